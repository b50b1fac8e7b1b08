import { calendarIndex, type CalendarIndex } from './calendar-index.ts';
import {
  dateOf,
  fromLocalMilliseconds,
  localMilliseconds,
  MILLISECONDS_PER_DAY,
  MILLISECONDS_PER_MINUTE,
  minuteOfDay,
  type Instant,
} from './instant.ts';
import { fromDayNumber } from './local-date.ts';
import {
  covered,
  outsideOn,
  type Covered,
  type OutsideCoverage,
  type WorkCalendar,
} from './work-calendar.ts';
import { workdayOf } from './workdays.ts';

const workedBefore = (index: CalendarIndex, at: number): number => {
  const day = Math.floor(at / MILLISECONDS_PER_DAY);
  const position = day - index.first;
  const time = at - day * MILLISECONDS_PER_DAY;
  let worked = (index.minutesBefore[position] ?? 0) * MILLISECONDS_PER_MINUTE;
  for (const [from, to] of index.hours[position] ?? []) {
    const into = Math.min(time, to * MILLISECONDS_PER_MINUTE) - from * MILLISECONDS_PER_MINUTE;
    if (into > 0) worked += into;
  }
  return worked;
};

/** The moment 24:00 of the last covered day may be named too. */
const reachesMoment = (index: CalendarIndex, at: number): boolean =>
  at >= index.first * MILLISECONDS_PER_DAY && at <= (index.last + 1) * MILLISECONDS_PER_DAY;

const outsideAt = (day: number): OutsideCoverage => outsideOn(fromDayNumber(day));

/** The last position whose value is below (or not above, when `inclusive`) the target. */
const lastBelow = (values: Int32Array, target: number, inclusive: boolean): number => {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const value = values[middle] ?? 0;
    if (value < target || (inclusive && value === target)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Earliest moment (forward) or latest moment (backward) at which so many milliseconds have been worked since the first day. */
const momentWorked = (index: CalendarIndex, worked: number, forward: boolean): number => {
  const minutes = worked / MILLISECONDS_PER_MINUTE;
  const position = lastBelow(index.minutesBefore, minutes, !forward);
  let rest = worked - (index.minutesBefore[position] ?? 0) * MILLISECONDS_PER_MINUTE;
  const midnight = (index.first + position) * MILLISECONDS_PER_DAY;
  for (const [from, to] of index.hours[position] ?? []) {
    const length = (to - from) * MILLISECONDS_PER_MINUTE;
    if (forward ? rest <= length : rest < length) return midnight + from * MILLISECONDS_PER_MINUTE + rest;
    rest -= length;
  }
  return midnight;
};

/**
 * The moment so many milliseconds of working time later (negative: earlier). Forward it lands on the earliest such moment
 * (the end of a half day, not the start of the next), backward on the latest, so that a working moment comes back.
 */
export const addWorkMilliseconds = (
  calendar: WorkCalendar,
  from: Instant,
  milliseconds: number,
): Covered<Instant> => {
  const index = calendarIndex(calendar);
  const start = localMilliseconds(from);
  if (!reachesMoment(index, start)) return outsideOn(dateOf(from));
  if (milliseconds === 0) return covered(from);
  const worked = workedBefore(index, start) + milliseconds;
  const total = (index.minutesBefore.at(-1) ?? 0) * MILLISECONDS_PER_MINUTE;
  if (worked < 0) return outsideAt(index.first - 1);
  if (worked > total || (worked === total && milliseconds < 0)) return outsideAt(index.last + 1);
  return covered(fromLocalMilliseconds(momentWorked(index, worked, milliseconds > 0)));
};

/** The moment so many minutes of working time later (negative: earlier). */
export const addWorkMinutes = (calendar: WorkCalendar, from: Instant, minutes: number): Covered<Instant> =>
  addWorkMilliseconds(calendar, from, minutes * MILLISECONDS_PER_MINUTE);

/** Working time between two moments in milliseconds; negative when `to` is earlier. */
export const workMillisecondsBetween = (
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
): Covered<number> => {
  const index = calendarIndex(calendar);
  const [start, end] = [localMilliseconds(from), localMilliseconds(to)];
  if (!reachesMoment(index, start)) return outsideOn(dateOf(from));
  if (!reachesMoment(index, end)) return outsideOn(dateOf(to));
  return covered(workedBefore(index, end) - workedBefore(index, start));
};

/** Whole minutes of working time between two moments; negative when `to` is earlier. */
export const workMinutesBetween = (calendar: WorkCalendar, from: Instant, to: Instant): Covered<number> => {
  const worked = workMillisecondsBetween(calendar, from, to);
  return worked.ok ? covered(Math.floor(worked.value / MILLISECONDS_PER_MINUTE)) : worked;
};

/** Whether work is going on at this moment. */
export const isWorkingMoment = (calendar: WorkCalendar, at: Instant): Covered<boolean> => {
  const day = workdayOf(calendar, dateOf(at));
  if (!day.ok) return day;
  const time = minuteOfDay(at);
  return covered(day.value.hours.some(([from, to]) => time >= from && time < to));
};
