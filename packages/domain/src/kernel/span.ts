import type { LocalDate } from '../time/local-date.ts';

/** From one day to another, both included; open-ended without `to`. */
export type Span = { readonly from: LocalDate; readonly to?: LocalDate };

export const covers = (span: Span, day: LocalDate): boolean =>
  span.from <= day && (span.to === undefined || day <= span.to);

export const isOrdered = (span: Span): boolean => span.to === undefined || span.from <= span.to;

export const overlaps = (one: Span, other: Span): boolean =>
  (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);
