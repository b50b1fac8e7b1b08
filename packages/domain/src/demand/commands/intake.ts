import { textRefusal } from '../checks.ts';
import type { DemandContext } from '../context.ts';
import { defined } from '../defined.ts';
import { accept, onDemand, onNothing, unless, when, whenCovered } from '../rule.ts';
import { deskMoment } from '../terms.ts';
import { internal, outward } from '../texts.ts';
import { ACTIVE_STATUSES, OPEN_STATUSES } from '../vocabulary.ts';
import type { DemandCommandOf, ParticularsInput } from '../commands.ts';
import type { Particulars } from '../parts.ts';
import {
  answerOf,
  answerRefusals,
  closingEvent,
  isRejection,
  verdictOf,
  verdictRefusals,
} from './judgement.ts';
import {
  firstContactOf,
  particularsOf,
  particularsRefusals,
  registrationEvent,
  registrationRefusals,
} from './registration.ts';

export const registerDemand = onNothing('RegisterDemand', (command, context) =>
  unless(registrationRefusals(context, command), () =>
    whenCovered(registrationEvent(context, command), (registered) => accept(registered)),
  ),
);

/** Only what the zone lists, face to face, answered by ourselves and not rejected: anything else takes the long way. */
const isFitForTheSpot = (context: DemandContext, command: DemandCommandOf<'SettleOnTheSpot'>): boolean => {
  const present = firstContactOf(context, command)?.personId;
  return (
    context.actor.kind === 'person' &&
    present === context.actor.personId &&
    context.settings.onTheSpotCategories.includes(command.particulars.category) &&
    command.answer.conclusion !== 'referredAndAnswered' &&
    !isRejection(command.answer, command.verdict)
  );
};

/** 即办: registered, answered and judged on one screen. */
export const settleOnTheSpot = onNothing('SettleOnTheSpot', (command, context) => {
  const checks = [
    ...registrationRefusals(context, command),
    ...answerRefusals(context, command.answer),
    ...verdictRefusals(context, command.answer, { ...command.verdict, field: 'verdict.words' }),
    when(!isFitForTheSpot(context, command), 'demand.on-the-spot-not-allowed'),
  ];
  const answer = answerOf(command.answer);
  const verdict = verdictOf(command.verdict, 'onTheSpot');
  return unless(checks, () =>
    whenCovered(registrationEvent(context, command), (registered) =>
      whenCovered(deskMoment(context, context.settings.verdictLimit), (verdictDueAt) =>
        whenCovered(closingEvent(context, answer, { kind: 'verdict', ...verdict }), (closed) =>
          accept(
            registered,
            { type: 'RemitDecided', remit: command.remit, reason: internal('') },
            { type: 'DemandAnswered', answer, answeredBy: registered.owner, verdictDueAt },
            { type: 'VerdictGiven', ...verdict },
            closed,
          ),
        ),
      ),
    ),
  );
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Corrects what is written; never touches a clock. What is repeated is not judged anew: its category may be retired since. */
export const editDemand = onDemand('EditDemand', {
  from: ACTIVE_STATUSES,
  decide: (demand, { changes }, context) => {
    const before: Particulars = demand.particulars;
    const after = particularsOf({ ...before, ...defined(changes) });
    const changed = Object.entries(after).filter(
      ([key, value]) => !isSame(value, before[key as keyof Particulars]),
    );
    const isChanged = (key: string): boolean => changed.some(([other]) => other === key);
    const judged: Partial<ParticularsInput> = Object.fromEntries(
      Object.entries(defined(changes)).filter(([key]) => isChanged(key)),
    );
    return unless(
      [
        ...particularsRefusals(context, judged, 'changes'),
        when(changed.length === 0, 'demand.nothing-changed'),
      ],
      () => accept({ type: 'DemandEdited', changes: Object.fromEntries(changed) as Partial<Particulars> }),
    );
  },
});

export const addSupplement = onDemand('AddSupplement', {
  from: OPEN_STATUSES,
  decide: (_, { text, files }, context) =>
    unless([textRefusal(context, { field: 'text', text, kind: 'text' })], () =>
      accept({ type: 'SupplementAdded', text: outward(text), files }),
    ),
});
