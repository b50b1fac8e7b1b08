import { localDate } from '@xiaoer/domain/time/local-date';
import { cleanText } from './clean-text.ts';

export type ListColumn = {
  readonly key: string;
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  /** `date`: a LocalDate, or an Instant, shown with its time. */
  readonly kind: 'text' | 'date' | 'number';
};

export type ListValue = string | number | undefined | { readonly text: string; readonly href: string };
export type ListRow = Readonly<Record<string, ListValue>>;

export type ListSheet = {
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly paper: 'A4' | 'A3';
};

/** The text of any value, fit for a cell. */
export function textOf(value: ListValue): string {
  if (value === undefined) return '';
  return cleanText(typeof value === 'object' ? value.text : String(value));
}

export type DayAndTime = { readonly date: string; readonly time: string | undefined };

/** Splits a LocalDate or an Instant; anything else stays text. */
export function dayAndTime(value: ListValue): DayAndTime | undefined {
  if (typeof value !== 'string') return undefined;
  const date = localDate(value.slice(0, 10));
  if (date === undefined || !/^.{10}(?:T\d\d:\d\d.*)?$/u.test(value)) return undefined;
  return { date, time: value.length > 10 ? value.slice(11, 16) : undefined };
}
