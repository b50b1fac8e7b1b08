import type { Refusal } from '../kernel/refusal.ts';
import type { LocalDate } from './local-date.ts';

/** Minutes of the day, from included, to excluded; 1440 = 24:00. */
export type HourSpan = readonly [from: number, to: number];

/** The hours of one day; neither half = a day off. */
export type DayHours = { readonly morning?: HourSpan; readonly afternoon?: HourSpan };

/** A day unlike its weekday. `source` names the notice or the decision it rests on. */
export type CalendarException =
  | { readonly kind: 'holiday'; readonly name: string; readonly source: string }
  | { readonly kind: 'makeUpDay'; readonly name: string; readonly source: string; readonly hours?: DayHours }
  | {
      readonly kind: 'halfDay';
      readonly works: 'morning' | 'afternoon';
      readonly name: string;
      readonly source: string;
    };

/** First and last day the calendar answers for. */
export type Coverage = { readonly from: LocalDate; readonly to: LocalDate };

/** Plain data, handed in. Never changed in place: an index is kept per object. */
export type WorkCalendar = {
  readonly name: string;
  /** Seven entries, Monday first. */
  readonly weekly: readonly DayHours[];
  /** Hours of a make-up working day, and of a half day that falls on a weekday without hours. */
  readonly makeUpHours: DayHours;
  /** Where the weekly pattern comes from. */
  readonly source: string;
  readonly exceptions: Readonly<Record<string, CalendarException>>;
  readonly coverage: Coverage;
};

/** The calendar does not know this day: the caller refuses, nobody guesses. */
export type OutsideCoverage = {
  readonly ok: false;
  readonly reason: 'calendar.outside-coverage';
  readonly date: LocalDate;
};

/** An answer that needs the calendar. */
export type Covered<Value> = { readonly ok: true; readonly value: Value } | OutsideCoverage;

export const covered = <Value>(value: Value): Covered<Value> => ({ ok: true, value });

export const outsideOn = (date: LocalDate): OutsideCoverage => ({
  ok: false,
  reason: 'calendar.outside-coverage',
  date,
});

/** The refusal a command gives when the calendar does not reach far enough. */
export const outsideCoverageRefusal = (outside: OutsideCoverage): Refusal<'calendar.outside-coverage'> => ({
  code: outside.reason,
  facts: { date: outside.date },
});

/** What a tenant changes: its own days, hours or a longer coverage. Whatever is absent stays. */
export type CalendarOverrides = Partial<WorkCalendar>;

/** A calendar with a tenant's own days and hours laid over it; its days win over the state's. */
export const overlay = (calendar: WorkCalendar, overrides: CalendarOverrides): WorkCalendar => ({
  ...calendar,
  ...overrides,
  exceptions: { ...calendar.exceptions, ...overrides.exceptions },
});
