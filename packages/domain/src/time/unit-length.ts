import { unreachable } from '../kernel/invariant.ts';
import { addMilliseconds, dueDateOf, endOfDay, millisecondsBetween, type Instant } from './instant.ts';
import type { LimitUnit } from './limits.ts';
import { addDays, daysBetween } from './local-date.ts';
import type { Span } from './pause.ts';
import { covered, type Covered, type WorkCalendar } from './work-calendar.ts';
import { addWorkMilliseconds, workMillisecondsBetween } from './work-time.ts';
import { addWorkdays, workdaysBetween } from './workdays.ts';

export const isCountedInDays = (unit: LimitUnit): boolean =>
  unit === 'workingDays' || unit === 'calendarDays';
/** The length of a span in the unit: milliseconds, or the days whose 24:00 lies in it. */
export const lengthIn = (unit: LimitUnit, span: Span, calendar: WorkCalendar): Covered<number> => {
  switch (unit) {
    case 'naturalMinutes':
      return covered(millisecondsBetween(span.from, span.to));
    case 'workMinutes':
      return workMillisecondsBetween(calendar, span.from, span.to);
    case 'workingDays':
      return workdaysBetween(calendar, dueDateOf(span.from), dueDateOf(span.to));
    case 'calendarDays':
      return covered(daysBetween(dueDateOf(span.from), dueDateOf(span.to)));
    default:
      return unreachable(unit);
  }
};

/** The moment later by a length measured with `lengthIn`. */
export const later = (
  from: Instant,
  [unit, length]: readonly [LimitUnit, number],
  calendar: WorkCalendar,
): Covered<Instant> => {
  switch (unit) {
    case 'naturalMinutes':
      return covered(addMilliseconds(from, length));
    case 'workMinutes':
      return addWorkMilliseconds(calendar, from, length);
    case 'workingDays': {
      const day = addWorkdays(calendar, dueDateOf(from), length);
      return day.ok ? covered(endOfDay(day.value)) : day;
    }
    case 'calendarDays':
      return covered(endOfDay(addDays(dueDateOf(from), length)));
    default:
      return unreachable(unit);
  }
};

/** The lengths of several spans together. */
export const total = (unit: LimitUnit, spans: readonly Span[], calendar: WorkCalendar): Covered<number> => {
  let sum = 0;
  for (const span of spans) {
    const length = lengthIn(unit, span, calendar);
    if (!length.ok) return length;
    sum += length.value;
  }
  return covered(sum);
};
