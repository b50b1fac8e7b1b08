import { dayNumber, fromDayNumber, localDate, twoDigits } from '../time/local-date.ts';

/** Minutes of the local (+08:00) clock since 1970-01-01T00:00; whole. The engine's only measure of time. */
export type Minute = number;

export const DAY = 1_440;
/** 24:00 of 9999-12-31: no plan reaches it. */
export const END_OF_TIME: Minute = (dayNumber(fromDayNumber(2_932_896)) + 1) * DAY;
/** 00:00 of 0001-01-01. */
export const START_OF_TIME: Minute = -719_162 * DAY;

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The minute written `YYYY-MM-DDTHH:mm`, or `YYYY-MM-DDT24:00` for the end of a day; undefined for anything else. */
export const minuteOf = (text: string): Minute | undefined => {
  const date = localDate(text.slice(0, 10));
  if (date === undefined || text[10] !== 'T') return undefined;
  const clock = text.slice(11);
  if (clock === '24:00') return (dayNumber(date) + 1) * DAY;
  const [, hours, minutes] = CLOCK.exec(clock) ?? [];
  if (hours === undefined) return undefined;
  return dayNumber(date) * DAY + Number(hours) * 60 + Number(minutes);
};

/** The day a minute lies in, as a day number; midnight begins its day. */
export const dayOf = (minute: Minute): number => Math.floor(minute / DAY);

/** The last day that ends at or before a minute has begun: midnight still belongs to the day it closes. */
export const closedDayOf = (minute: Minute): number => Math.ceil(minute / DAY) - 1;

/** `YYYY-MM-DDTHH:mm`, the inverse of `minuteOf`. */
export const textOfMinute = (minute: Minute): string => {
  const day = dayOf(minute);
  const rest = minute - day * DAY;
  const hours = Math.floor(rest / 60);
  return `${fromDayNumber(day)}T${twoDigits(hours)}:${twoDigits(rest - hours * 60)}`;
};
