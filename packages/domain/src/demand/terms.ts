import { dueMoments, limitUntil, reclassifiedDue, resumedDue } from '../time/clock-time.ts';
import type { Clock, DueMoments } from '../time/clock.ts';
import { dueDateOf, type Instant } from '../time/instant.ts';
import { dueAt, type Limit } from '../time/limits.ts';
import type { LocalDate } from '../time/local-date.ts';
import { covered, type Covered, type WorkCalendar } from '../time/work-calendar.ts';
import type { DemandContext } from './context.ts';
import type { Term } from './parts.ts';
import type { Limited } from './settings.ts';
import type { DemandCore } from './state.ts';
import { PROMISES, type PromiseKind, type Urgency } from './vocabulary.ts';

/** The first contact is made by officers, on their days; departments plan and settle on theirs. */
export const calendarFor = (context: Pick<DemandContext, 'calendars'>, promise: PromiseKind): WorkCalendar =>
  promise === 'contact' ? context.calendars.officer : context.calendars.department;

const term = (promise: PromiseKind, startedAt: Instant, limit: Limit): ((m: DueMoments) => Term) => {
  return ({ dueAt: due, yellowAt }) => ({ promise, limit, startedAt, yellowAt, dueAt: due });
};

const mapped = <From, To>(answer: Covered<From>, to: (value: From) => To): Covered<To> =>
  answer.ok ? covered(to(answer.value)) : answer;

/** All answers, or the first day the calendar does not know. */
export const all = <Value>(answers: readonly Covered<Value>[]): Covered<readonly Value[]> => {
  const values: Value[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return covered(values);
};

/** A promise that begins now. */
export const freshTerm = (context: DemandContext, promise: PromiseKind, limit: Limit): Covered<Term> =>
  mapped(dueMoments(limit, context.now, calendarFor(context, promise)), term(promise, context.now, limit));

/** Production that stands still is critical, whatever else is said of it (product, section 2: urgency). */
export const urgencyOf = (said: {
  readonly urgency: Urgency;
  readonly productionStopped: boolean;
}): Urgency => (said.productionStopped ? 'critical' : said.urgency);

/** The promises of a demand of this urgency, beginning now. */
export const freshTerms = (
  context: DemandContext,
  urgency: Urgency,
): Covered<Readonly<Record<PromiseKind, Term>>> => {
  const limits = context.settings.limits[urgency];
  const contact = freshTerm(context, 'contact', limits.contact);
  if (!contact.ok) return contact;
  const plan = freshTerm(context, 'plan', limits.plan);
  if (!plan.ok) return plan;
  const settle = freshTerm(context, 'settle', limits.settle);
  return mapped(settle, (term) => ({ contact: contact.value, plan: plan.value, settle: term }));
};

/** The one promise after a rejection: settle it again. */
export const reworkTerms = (context: DemandContext, urgency: Urgency): Covered<readonly Term[]> =>
  all([freshTerm(context, 'settle', context.settings.limits[urgency].rework)]);

export const runningPromises = (demand: DemandCore): readonly PromiseKind[] =>
  PROMISES.filter((promise) => demand.clocks[promise].stoppedAt === undefined);

const underLimit = (context: DemandContext, promise: PromiseKind, clock: Clock) => (limit: Limit) =>
  mapped(
    reclassifiedDue(clock, { limit, at: context.now }, calendarFor(context, promise)),
    term(promise, clock.startedAt, limit),
  );

/** After a rejection the promise to settle is the shorter one to do it again. */
const limitFor = (
  context: DemandContext,
  demand: DemandCore,
  { promise, urgency }: { readonly promise: PromiseKind; readonly urgency: Urgency },
): Limit => {
  const limits = context.settings.limits[urgency];
  return promise === 'settle' && demand.rejections > 0 ? limits.rework : limits[promise];
};

/** The running promises under another urgency: same start, same pauses, other limits. */
export const reclassifiedTerms = (
  context: DemandContext,
  demand: DemandCore,
  urgency: Urgency,
): Covered<readonly Term[]> =>
  all(
    runningPromises(demand).map((promise) =>
      underLimit(context, promise, demand.clocks[promise])(limitFor(context, demand, { promise, urgency })),
    ),
  );

/** The running promises once the pause ends now. */
export const resumedTerms = (context: DemandContext, demand: DemandCore): Covered<readonly Term[]> =>
  all(
    runningPromises(demand).map((promise) => {
      const clock = demand.clocks[promise];
      return mapped(
        resumedDue(clock, { at: context.now }, calendarFor(context, promise)),
        term(promise, clock.startedAt, clock.limit),
      );
    }),
  );

/** The settle promise lengthened until it ends on the day; as it stands when it reaches that far already. */
export const settleTermUntil = (
  context: DemandContext,
  demand: DemandCore,
  date: LocalDate,
): Covered<Term> => {
  const clock = demand.clocks.settle;
  if (date <= dueDateOf(clock.dueAt)) {
    return covered(
      term('settle', clock.startedAt, clock.limit)({ dueAt: clock.dueAt, yellowAt: clock.yellowAt }),
    );
  }
  const limit = limitUntil(clock, date, calendarFor(context, 'settle'));
  return limit.ok ? underLimit(context, 'settle', clock)(limit.value) : limit;
};

/** When a limit that begins now ends on the departments' calendar. */
export const unitMoment = (context: DemandContext, urgency: Urgency, limited: Limited): Covered<Instant> =>
  dueAt(context.settings.limits[urgency][limited], context.now, context.calendars.department);

/** When a limit that begins now ends on the officers' and the desk's calendar. */
export const deskMoment = (context: DemandContext, limit: Limit): Covered<Instant> =>
  dueAt(limit, context.now, context.calendars.officer);
