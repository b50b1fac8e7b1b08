import { unreachable } from '../kernel/invariant.ts';
import { addMinutes, dateOf, endOfDay, type Instant } from './instant.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { covered, type Covered, type WorkCalendar } from './work-calendar.ts';
import { addWorkMinutes } from './work-time.ts';
import { addWorkdays, workdayOnOrAfter } from './workdays.ts';

export const LIMIT_UNITS = ['naturalMinutes', 'workMinutes', 'workingDays', 'calendarDays'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export const LIMIT_STARTS = ['immediately', 'nextDay'] as const;
export type LimitStart = (typeof LIMIT_STARTS)[number];

/**
 * How long a promise may take. Natural minutes run through nights and days off. A limit in days ends at 24:00 of its
 * last day (Civil Code art. 203 para. 2, first half: the second half, close of business, guards whoever must be let in
 * during business hours; here the party bound is the office itself, and the enterprise is served by an answer at any hour).
 * `immediately`: the first day counts; `nextDay`: it does not (art. 201). `rollForward`: a limit in calendar days that ends
 * on a day off ends on the next working day (art. 203 para. 1); it says nothing for the other units.
 */
export type Limit = {
  readonly unit: LimitUnit;
  readonly amount: number;
  readonly start: LimitStart;
  readonly rollForward: boolean;
};

/** What the law allows and what the zone has promised, side by side: the second never replaces the first. */
export type LimitPair = { readonly statutory?: Limit; readonly committed: Limit };

export type DuePair = { readonly statutory?: Instant; readonly committed: Instant };

/** The moment from which the limit's time runs. */
export const countingFrom = (limit: Limit, from: Instant): Instant =>
  limit.start === 'immediately' ? from : endOfDay(dateOf(from));

const lastWorkday = (limit: Limit, from: Instant, calendar: WorkCalendar): Covered<LocalDate> => {
  const day = dateOf(from);
  if (limit.start === 'nextDay') return addWorkdays(calendar, day, limit.amount);
  return addWorkdays(calendar, addDays(day, -1), Math.max(1, limit.amount));
};

const lastCalendarDay = (limit: Limit, from: Instant, calendar: WorkCalendar): Covered<LocalDate> => {
  const days = limit.start === 'nextDay' ? limit.amount : Math.max(0, limit.amount - 1);
  const day = addDays(dateOf(from), days);
  return limit.rollForward ? workdayOnOrAfter(calendar, day) : covered(day);
};

/** The moment the limit ends when it starts at `from`. Only natural minutes and unrolled calendar days do without the calendar. */
export const dueAt = (limit: Limit, from: Instant, calendar: WorkCalendar): Covered<Instant> => {
  switch (limit.unit) {
    case 'naturalMinutes':
      return covered(addMinutes(countingFrom(limit, from), limit.amount));
    case 'workMinutes':
      return addWorkMinutes(calendar, countingFrom(limit, from), limit.amount);
    case 'workingDays': {
      const day = lastWorkday(limit, from, calendar);
      return day.ok ? covered(endOfDay(day.value)) : day;
    }
    case 'calendarDays': {
      const day = lastCalendarDay(limit, from, calendar);
      return day.ok ? covered(endOfDay(day.value)) : day;
    }
    default:
      return unreachable(limit.unit);
  }
};

/** Both ends of a pair of limits. */
export const dueAtBoth = (pair: LimitPair, from: Instant, calendar: WorkCalendar): Covered<DuePair> => {
  const committed = dueAt(pair.committed, from, calendar);
  if (!committed.ok || pair.statutory === undefined) {
    return committed.ok ? covered({ committed: committed.value }) : committed;
  }
  const statutory = dueAt(pair.statutory, from, calendar);
  return statutory.ok ? covered({ statutory: statutory.value, committed: committed.value }) : statutory;
};
