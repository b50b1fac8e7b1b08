import { invariant } from '../kernel/invariant.ts';

declare const brand: unique symbol;
/** A calendar day `YYYY-MM-DD` in China (+08:00). */
export type LocalDate = string & { readonly [brand]: 'date' };

/** 1 = Monday .. 7 = Sunday. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const ZERO = 48;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

const PAIRS: readonly string[] = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** A number 0-99 in two digits. */
export const twoDigits = (value: number): string => PAIRS[value] ?? '';

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** The day written `YYYY-MM-DD`, or undefined when the text is no such day (years 0001-9999). */
export const localDate = (text: string): LocalDate | undefined => {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
  return exists ? (text as LocalDate) : undefined;
};

/** The same for constants in code and trusted sources: a wrong text is a bug. */
export const assertDate = (text: string): LocalDate => {
  const date = localDate(text);
  invariant(date !== undefined, `not a day: ${text}`);
  return date;
};

/** Year, 1-9999. */
export const yearOf = (date: LocalDate): number => digits(date, 0, 4);

/** Month, 1-12. */
export const monthOf = (date: LocalDate): number => digits(date, 5, 7);

/** Day of the month, 1-31. */
export const dayOfMonth = (date: LocalDate): number => digits(date, 8, 10);

/** Days since 1970-01-01 of the day a text begins with (proleptic Gregorian; years counted from March so that the leap day comes last). */
export const dayNumber = (date: LocalDate): number => {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(date) - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
};

/** The day so many days after 1970-01-01; the inverse of `dayNumber`. */
export const fromDayNumber = (days: number): LocalDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  invariant(year >= 1 && year <= 9999, 'a day lies in the years 1 to 9999');
  const century = Math.floor(year / 100);
  return `${twoDigits(century)}${twoDigits(year - century * 100)}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;
};

/** The day so many days later (negative: earlier). */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** 1 = Monday .. 7 = Sunday. 1970-01-01 was a Thursday. */
export const dayOfWeek = (date: LocalDate): DayOfWeek => dayOfWeekOfNumber(dayNumber(date));

/** The same from a day number. */
export const dayOfWeekOfNumber = (days: number): DayOfWeek => (((((days + 3) % 7) + 7) % 7) + 1) as DayOfWeek;
