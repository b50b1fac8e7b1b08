import { dayOfMonth, dayOfWeekOfNumber, fromDayNumber, monthOf, yearOf } from '../time/local-date.ts';
import type { DayOfWeek, LocalDate } from '../time/local-date.ts';
import { dayNumber } from '../time/local-date.ts';

/** The first to fourth, or the last (5), such weekday of a month. */
export type WeekdayOfMonth = { readonly position: 1 | 2 | 3 | 4 | 5; readonly weekday: DayOfWeek };

/** How an exception of a calendar comes back, as the field's standard has it: `every` counts from its first day. */
export type Recurrence =
  | { readonly kind: 'daily'; readonly every: number }
  | { readonly kind: 'weekly'; readonly every: number; readonly weekdays: readonly DayOfWeek[] }
  | { readonly kind: 'monthly'; readonly every: number; readonly on: number | WeekdayOfMonth }
  | { readonly kind: 'yearly'; readonly month: number; readonly on: number | WeekdayOfMonth };

const isOn = (date: LocalDate, weekday: DayOfWeek, on: number | WeekdayOfMonth): boolean => {
  const day = dayOfMonth(date);
  if (typeof on === 'number') return day === on;
  if (weekday !== on.weekday) return false;
  if (on.position < 5) return Math.ceil(day / 7) === on.position;
  return monthOf(fromDayNumber(dayNumber(date) + 7)) !== monthOf(date);
};

const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);

/** Weeks begin on Sunday, as in the files that hold such exceptions. */
const weekOf = (day: number): number => Math.floor((day + 4) / 7);

/** Whether a recurrence that begins on `from` falls on a day (both day numbers; day >= from). */
export const recursOn = (recurrence: Recurrence, from: number, day: number): boolean => {
  const weekday = dayOfWeekOfNumber(day);
  switch (recurrence.kind) {
    case 'daily':
      return (day - from) % recurrence.every === 0;
    case 'weekly':
      return (weekOf(day) - weekOf(from)) % recurrence.every === 0 && recurrence.weekdays.includes(weekday);
    case 'monthly': {
      const date = fromDayNumber(day);
      const months = monthsBetween(fromDayNumber(from), date);
      return months % recurrence.every === 0 && isOn(date, weekday, recurrence.on);
    }
    case 'yearly': {
      const date = fromDayNumber(day);
      return monthOf(date) === recurrence.month && isOn(date, weekday, recurrence.on);
    }
    default:
      return recurrence satisfies never;
  }
};
