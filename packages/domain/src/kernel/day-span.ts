import type { LocalDate } from '../time/local-date.ts';

/** From one day to another, both included; open-ended without `to`. */
export type DaySpan = { readonly from: LocalDate; readonly to?: LocalDate };

export const covers = (span: DaySpan, day: LocalDate): boolean =>
  span.from <= day && (span.to === undefined || day <= span.to);

export const isOrdered = (span: DaySpan): boolean => span.to === undefined || span.from <= span.to;

export const overlaps = (one: DaySpan, other: DaySpan): boolean =>
  (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);

/** Whether a span may be shortened to end on that day: not before it began, not after it ends anyway. */
export const lastDayFits = (span: DaySpan, lastDay: LocalDate): boolean =>
  span.from <= lastDay && (span.to === undefined || lastDay < span.to);
