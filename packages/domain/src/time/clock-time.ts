import { unreachable } from '../kernel/invariant.ts';
import { endedPauses, runningUntil, YELLOW_FRACTION, type Clock, type DueMoments } from './clock.ts';
import {
  addMilliseconds,
  dateOf,
  dueDateOf,
  endOfDay,
  maxInstant,
  MILLISECONDS_PER_MINUTE,
  millisecondsBetween,
  minInstant,
  type Instant,
} from './instant.ts';
import { countingFrom, dueAt, type Limit, type LimitUnit } from './limits.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import { pausedSince, pausedSpans, pauseEnd, type Pause, type Span } from './pause.ts';
import { isCountedInDays, later, lengthIn, total } from './unit-length.ts';
import { covered, type Covered, type WorkCalendar } from './work-calendar.ts';
import { workMillisecondsBetween } from './work-time.ts';
import { workdayOnOrAfter, workdaysBetween } from './workdays.ts';

/** How long pauses for one reason may hold a clock in all. */
export type PauseCap = { readonly unit: LimitUnit; readonly amount: number };

/** What is known of a clock before its moments are computed. */
type Course = { readonly limit: Limit; readonly startedAt: Instant; readonly paused: readonly Span[] };

const needsWorkingTime = (unit: LimitUnit): boolean => unit === 'workMinutes' || unit === 'workingDays';

const clipped = (spans: readonly Span[], from: Instant): readonly Span[] =>
  spans.filter((span) => span.to > from).map((span) => ({ from: maxInstant(span.from, from), to: span.to }));

/** Paused spans over for good at this moment; a stretch that still lasts moves nothing yet. */
const finishedSpans = (pauses: readonly Pause[], at: Instant): readonly Span[] => {
  const since = pausedSince(pauses, at);
  const finished = pauses.filter((pause) => (pauseEnd(pause) ?? at) <= at);
  return pausedSpans(finished, at).filter((span) => since === undefined || span.to < since);
};

const movedBy = (course: Course, length: number, calendar: WorkCalendar): Covered<Instant> => {
  const { limit, startedAt } = course;
  const unrolled = dueAt({ ...limit, rollForward: false }, startedAt, calendar);
  if (!unrolled.ok) return unrolled;
  const moved = length === 0 ? unrolled : later(unrolled.value, [limit.unit, length], calendar);
  if (!moved.ok || limit.unit !== 'calendarDays' || !limit.rollForward) return moved;
  const day = workdayOnOrAfter(calendar, dueDateOf(moved.value));
  return day.ok ? covered(endOfDay(day.value)) : day;
};

/**
 * The due time moved by each pause in turn. A pause that begins at the due time or after it moves nothing: missed is missed.
 * One that begins in time never leaves a due time before its own end: held on the last day, the promise gets a day to be kept.
 */
const shiftedDue = (course: Course, calendar: WorkCalendar): Covered<Instant> => {
  const { limit, startedAt } = course;
  const from = isCountedInDays(limit.unit) ? startedAt : countingFrom(limit, startedAt);
  let length = 0;
  let due = movedBy(course, length, calendar);
  for (const span of clipped(course.paused, from)) {
    if (!due.ok || span.from >= due.value) break;
    const more = lengthIn(limit.unit, span, calendar);
    if (!more.ok) return more;
    length += more.value;
    due = movedBy(course, length, calendar);
    while (due.ok && due.value < span.to) {
      length += 1;
      due = movedBy(course, length, calendar);
    }
  }
  return due;
};

/** Time used is measured finely: days in the minutes they hold, working days in their working minutes. */
const fineUnit = (limit: Limit): LimitUnit =>
  needsWorkingTime(limit.unit) ? 'workMinutes' : 'naturalMinutes';

const wholeTime = (course: Pick<Course, 'limit' | 'startedAt'>, calendar: WorkCalendar): Covered<number> => {
  const due = dueAt(course.limit, course.startedAt, calendar);
  if (!due.ok) return due;
  const from = countingFrom(course.limit, course.startedAt);
  return due.value <= from ? covered(0) : lengthIn(fineUnit(course.limit), { from, to: due.value }, calendar);
};

const momentAt = (course: Course, fraction: number, calendar: WorkCalendar): Covered<Instant> => {
  const whole = wholeTime(course, calendar);
  if (!whole.ok) return whole;
  const unit = fineUnit(course.limit);
  let from = countingFrom(course.limit, course.startedAt);
  let rest = Math.ceil(whole.value * fraction);
  for (const span of clipped(course.paused, from)) {
    const length = lengthIn(unit, { from, to: span.from }, calendar);
    if (!length.ok) return length;
    if (rest <= length.value) break;
    rest -= length.value;
    from = span.to;
  }
  return later(from, [unit, rest], calendar);
};

const momentsOf = (course: Course, calendar: WorkCalendar): Covered<DueMoments> => {
  const due = shiftedDue(course, calendar);
  if (!due.ok) return due;
  const yellow = momentAt(course, YELLOW_FRACTION, calendar);
  if (!yellow.ok) return yellow;
  return covered({ dueAt: due.value, yellowAt: minInstant(yellow.value, due.value) });
};

/** The moments of a clock that starts now: numbers for the event. */
export const dueMoments = (limit: Limit, startedAt: Instant, calendar: WorkCalendar): Covered<DueMoments> =>
  momentsOf({ limit, startedAt, paused: [] }, calendar);

/** The moments once the open pauses (of one reason, if given) end at `at`: due later by the paused time in the limit's own unit. */
export const resumedDue = (
  clock: Clock,
  resumed: { readonly at: Instant; readonly reason?: string | undefined },
  calendar: WorkCalendar,
): Covered<DueMoments> => {
  const pauses = endedPauses(clock.pauses, resumed);
  return momentsOf({ ...clock, paused: finishedSpans(pauses, resumed.at) }, calendar);
};

/** The moments under another limit, from the same start and with the pauses that are over at `at`. */
export const reclassifiedDue = (
  clock: Clock,
  change: { readonly limit: Limit; readonly at: Instant },
  calendar: WorkCalendar,
): Covered<DueMoments> => {
  const paused = finishedSpans(clock.pauses, change.at);
  return momentsOf({ limit: change.limit, startedAt: clock.startedAt, paused }, calendar);
};

/** The moment a new pause has used up what its reason's cap leaves after earlier pauses for the same reason. */
export const pauseUntil = (
  clock: Clock,
  pause: { readonly reason: string; readonly from: Instant; readonly cap: PauseCap },
  calendar: WorkCalendar,
): Covered<Instant> => {
  const { unit, amount } = pause.cap;
  const sameReason = clock.pauses.filter((earlier) => earlier.reason === pause.reason);
  const used = total(unit, pausedSpans(sameReason, pause.from), calendar);
  if (!used.ok) return used;
  const left = (isCountedInDays(unit) ? amount : amount * MILLISECONDS_PER_MINUTE) - used.value;
  return left <= 0 ? covered(pause.from) : later(pause.from, [unit, left], calendar);
};

/** How much of the limit's time is used, 0 at the start, 1 at the due time, more when overdue; still while paused or stopped. */
export const usedFraction = (clock: Clock, now: Instant, calendar: WorkCalendar): Covered<number> => {
  const moment = runningUntil(clock, now);
  const from = countingFrom(clock.limit, clock.startedAt);
  if (moment < from) return covered(0);
  const unit = fineUnit(clock.limit);
  const whole = wholeTime(clock, calendar);
  const elapsed = lengthIn(unit, { from, to: moment }, calendar);
  const paused = total(unit, clipped(pausedSpans(clock.pauses, moment), from), calendar);
  if (!whole.ok) return whole;
  if (!elapsed.ok) return elapsed;
  if (!paused.ok) return paused;
  return covered(whole.value === 0 ? 1 : (elapsed.value - paused.value) / whole.value);
};

const distanceToDue = (clock: Clock, moment: Instant, calendar: WorkCalendar): Covered<number> => {
  switch (clock.limit.unit) {
    case 'naturalMinutes':
      return covered(millisecondsBetween(moment, clock.dueAt));
    case 'workMinutes':
      return workMillisecondsBetween(calendar, moment, clock.dueAt);
    case 'workingDays':
      return workdaysBetween(calendar, dateOf(moment), dueDateOf(clock.dueAt));
    case 'calendarDays':
      return covered(daysBetween(dateOf(moment), dueDateOf(clock.dueAt)));
    default:
      return unreachable(clock.limit.unit);
  }
};

/** What is left in the limit's own unit, whole minutes or days; 0 days = due today; negative when overdue; pauses do not count. */
export const remaining = (clock: Clock, now: Instant, calendar: WorkCalendar): Covered<number> => {
  const moment = runningUntil(clock, now);
  const { unit } = clock.limit;
  const distance = distanceToDue(clock, moment, calendar);
  if (!distance.ok) return distance;
  const late = total(unit, clipped(pausedSpans(clock.pauses, moment), clock.dueAt), calendar);
  if (!late.ok) return late;
  const left = distance.value + late.value;
  return covered(isCountedInDays(unit) ? left : Math.floor(left / MILLISECONDS_PER_MINUTE));
};

/** The clock's pauses that are over, as far as it records. */
const recordedSpans = (clock: Clock): readonly Span[] => {
  const lastEnd = clock.pauses.reduce(
    (last, { to }) => (to === undefined ? last : maxInstant(last, to)),
    clock.startedAt,
  );
  return finishedSpans(clock.pauses, lastEnd);
};

/** The moment at which so great a part of the limit's time is used, given the pauses that are over. */
export const momentAtFraction = (
  clock: Clock,
  fraction: number,
  calendar: WorkCalendar,
): Covered<Instant> => {
  const moment = momentAt({ ...clock, paused: recordedSpans(clock) }, fraction, calendar);
  return moment.ok && fraction <= 1 ? covered(minInstant(moment.value, clock.dueAt)) : moment;
};

/** The moment a limit that starts when the clock falls due ends, later by the pauses since then that are over. */
export const momentAfterDue = (clock: Clock, limit: Limit, calendar: WorkCalendar): Covered<Instant> => {
  if (limit.amount === 0) return covered(clock.dueAt);
  // A due time at 24:00 belongs to the day that ends, and days are counted from that one.
  const startedAt = isCountedInDays(limit.unit) ? addMilliseconds(clock.dueAt, -1) : clock.dueAt;
  return shiftedDue({ limit, startedAt, paused: recordedSpans(clock) }, calendar);
};

/** The clock's limit changed so that it ends on the given day (the last countable day not after it): an extension to a date. */
export const limitUntil = (clock: Clock, date: LocalDate, calendar: WorkCalendar): Covered<Limit> => {
  const limit = { ...clock.limit, rollForward: false };
  const due = shiftedDue({ limit, startedAt: clock.startedAt, paused: recordedSpans(clock) }, calendar);
  if (!due.ok) return due;
  const length = lengthIn(limit.unit, { from: due.value, to: endOfDay(date) }, calendar);
  if (!length.ok) return length;
  const amount = isCountedInDays(limit.unit)
    ? length.value
    : Math.floor(length.value / MILLISECONDS_PER_MINUTE);
  return covered({ ...clock.limit, amount: limit.amount + amount });
};
