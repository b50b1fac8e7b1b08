import type { Minute } from './minute.ts';
import type { ShiftCalendar } from './shift-calendar.ts';

export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish: predecessor's end first. */
export type LinkType = (typeof LINK_TYPES)[number];

/**
 * Working units follow the task's calendar, a working day being `minutesPerDay` long; elapsed units run day and
 * night; calendar days are counted as the law counts them (Civil Code art. 201, 203): the day of the start does not
 * count, and an end that falls on a day off moves to the next working day's closing.
 */
export const DURATION_UNITS = [
  'minutes',
  'hours',
  'workdays',
  'elapsedMinutes',
  'elapsedHours',
  'elapsedDays',
  'calendarDays',
] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
export type Duration = { readonly amount: number; readonly unit: DurationUnit };

/** Working lags follow the successor's calendar; percentages are of the predecessor's duration. */
export const LAG_UNITS = [
  'minutes',
  'hours',
  'workdays',
  'elapsedMinutes',
  'elapsedHours',
  'elapsedDays',
  'percent',
] as const;
export type LagUnit = (typeof LAG_UNITS)[number];
export type Lag = { readonly amount: number; readonly unit: LagUnit };

export type Link = {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly lag?: Lag;
};

export const DATED_CONSTRAINTS = [
  'startNoEarlierThan',
  'startNoLaterThan',
  'finishNoEarlierThan',
  'finishNoLaterThan',
  'mustStartOn',
  'mustFinishOn',
] as const;
export type Constraint =
  | { readonly kind: 'asSoonAsPossible' | 'asLateAsPossible' }
  | { readonly kind: (typeof DATED_CONSTRAINTS)[number]; readonly at: Minute };

/** What has happened. A share done, or what remains, counts only for a task that has started and not finished. */
export type Actual = {
  readonly start: Minute;
  readonly finish?: Minute;
  /** 0-100 of the duration. */
  readonly percent?: number;
  readonly remaining?: Duration;
};

/** A task that others name as their parent is a summary: its dates are rolled up, its duration is not read. */
export type Task = {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
  /** 0 = a milestone. */
  readonly duration: Duration;
  /** Absent: the network's. */
  readonly calendarId?: string;
  readonly constraint?: Constraint;
  /** Caps the late finish, moves nothing. */
  readonly deadline?: Minute;
  readonly actual?: Actual;
  /** Scheduled by hand: stands where it was put, whatever its links say. */
  readonly manual?: { readonly start: Minute; readonly finish: Minute };
};

/** A plan to compute. At least one of start and target is given. */
export type Network = {
  readonly calendars: readonly ShiftCalendar[];
  readonly calendarId: string;
  /** Length of a working day in durations and lags. */
  readonly minutesPerDay: number;
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  /** Forward: tasks stand as early as they can. Backward: as late. */
  readonly direction: 'forward' | 'backward';
  readonly start?: Minute;
  readonly target?: Minute;
  /** What has not been done by then is done after it. Absent: what has started goes on as it was planned. */
  readonly statusDate?: Minute;
  /** Constraint dates win over links, as in Microsoft Project by default. Otherwise links hold, and the float is negative. */
  readonly constraintsWin?: boolean;
  /** Critical = not complete, and a total float of at most so many minutes. */
  readonly criticalFloatLimit?: number;
};
