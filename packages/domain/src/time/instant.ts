import { invariant } from '../kernel/invariant.ts';
import { dayNumber, fromDayNumber, localDate, twoDigits, type LocalDate } from './local-date.ts';

declare const brand: unique symbol;
/** A moment, always written `YYYY-MM-DDTHH:mm:ss.sss+08:00`, so that text order is time order. */
export type Instant = string & { readonly [brand]: 'instant' };

export const MINUTES_PER_DAY = 1_440;
export const MILLISECONDS_PER_MINUTE = 60_000;
export const MILLISECONDS_PER_DAY = MINUTES_PER_DAY * MILLISECONDS_PER_MINUTE;
const OFFSET = 8 * 60 * MILLISECONDS_PER_MINUTE;
const ZERO = 48;

const two = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

const isTwoDigitsBelow = (text: string, at: number, bound: number): boolean => {
  const high = text.charCodeAt(at) - ZERO;
  const low = text.charCodeAt(at + 1) - ZERO;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 && high * 10 + low < bound;
};

const millisecondOfDay = (at: Instant): number => {
  const milliseconds = (at.charCodeAt(20) - ZERO) * 100 + two(at, 21);
  return ((two(at, 11) * 60 + two(at, 14)) * 60 + two(at, 17)) * 1_000 + milliseconds;
};

/** The moment written `YYYY-MM-DDTHH:mm:ss.sss+08:00` and in no other way, else undefined. */
export const instant = (text: string): Instant | undefined => {
  if (text.length !== 29 || localDate(text.slice(0, 10)) === undefined) return undefined;
  const separators = text[10] === 'T' && text[13] === ':' && text[16] === ':' && text[19] === '.';
  if (!separators || !text.endsWith('+08:00')) return undefined;
  const clock =
    isTwoDigitsBelow(text, 11, 24) && isTwoDigitsBelow(text, 14, 60) && isTwoDigitsBelow(text, 17, 60);
  const hundreds = text.charCodeAt(20) - ZERO;
  const fraction = hundreds >= 0 && hundreds <= 9 && isTwoDigitsBelow(text, 21, 100);
  return clock && fraction ? (text as Instant) : undefined;
};

/** The same for constants in code and trusted sources: a wrong text is a bug. */
export const assertInstant = (text: string): Instant => {
  const at = instant(text);
  invariant(at !== undefined, `not a moment: ${text}`);
  return at;
};

/** Milliseconds of the local (+08:00) clock since 1970-01-01T00:00+08:00; for arithmetic inside this folder. */
export const localMilliseconds = (at: Instant): number =>
  dayNumberOf(at) * MILLISECONDS_PER_DAY + millisecondOfDay(at);

/** The inverse of `localMilliseconds`. */
export const fromLocalMilliseconds = (milliseconds: number): Instant => {
  invariant(Number.isInteger(milliseconds), 'a moment is a whole number of milliseconds');
  const day = Math.floor(milliseconds / MILLISECONDS_PER_DAY);
  const rest = milliseconds - day * MILLISECONDS_PER_DAY;
  const seconds = Math.floor(rest / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const fraction = rest - seconds * 1_000;
  const hundreds = Math.floor(fraction / 100);
  const clock = `${twoDigits(hours)}:${twoDigits(minutes - hours * 60)}:${twoDigits(seconds - minutes * 60)}`;
  return `${fromDayNumber(day)}T${clock}.${hundreds}${twoDigits(fraction - hundreds * 100)}+08:00` as Instant;
};

/** The moment so many minutes after the day's 00:00; 1440 is the day's end, 24:00, written as 00:00 of the next day. */
export const instantAt = (date: LocalDate, minute: number): Instant =>
  fromLocalMilliseconds(dayNumber(date) * MILLISECONDS_PER_DAY + minute * MILLISECONDS_PER_MINUTE);

/** 24:00 of the day. */
export const endOfDay = (date: LocalDate): Instant => instantAt(date, MINUTES_PER_DAY);

/** The day a moment falls on; 00:00 belongs to the day it begins. */
export const dateOf = (at: Instant): LocalDate => at.slice(0, 10) as LocalDate;

/** The same as days since 1970-01-01. */
export const dayNumberOf = (at: Instant): number => dayNumber(at as string as LocalDate);

/** The last day a deadline leaves, as days since 1970-01-01: a deadline at 24:00 (written 00:00 of the next day) belongs to the day it ends. */
export const dueDayNumberOf = (dueAt: Instant): number =>
  dayNumberOf(dueAt) - (millisecondOfDay(dueAt) > 0 ? 0 : 1);

/** The last day a deadline leaves. */
export const dueDateOf = (dueAt: Instant): LocalDate => fromDayNumber(dueDayNumberOf(dueAt));

/** Whole minutes since 00:00, 0-1439. */
export const minuteOfDay = (at: Instant): number => two(at, 11) * 60 + two(at, 14);

/** The moment so many minutes later (negative: earlier); seconds and milliseconds are kept. */
export const addMinutes = (at: Instant, minutes: number): Instant =>
  addMilliseconds(at, minutes * MILLISECONDS_PER_MINUTE);

/** The moment so many milliseconds later (negative: earlier). */
export const addMilliseconds = (at: Instant, milliseconds: number): Instant =>
  fromLocalMilliseconds(localMilliseconds(at) + milliseconds);

/** Milliseconds from one moment to another; negative when `to` is earlier. */
export const millisecondsBetween = (from: Instant, to: Instant): number =>
  localMilliseconds(to) - localMilliseconds(from);

/** Whole minutes from one moment to another, rounded towards the earlier; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor(millisecondsBetween(from, to) / MILLISECONDS_PER_MINUTE);

/** Milliseconds since 1970-01-01T00:00Z, for the edge. */
export const epochMilliseconds = (at: Instant): number => localMilliseconds(at) - OFFSET;

/** The moment of an edge clock such as `performance.timeOrigin` or the database's; whole milliseconds. */
export const fromEpochMilliseconds = (milliseconds: number): Instant =>
  fromLocalMilliseconds(Math.floor(milliseconds) + OFFSET);

/** The later of two moments. */
export const maxInstant = (a: Instant, b: Instant): Instant => (a >= b ? a : b);

/** The earlier of two moments. */
export const minInstant = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
