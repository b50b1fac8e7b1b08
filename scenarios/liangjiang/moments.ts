import { assertInstant, instantAt, dateOf, minuteOfDay, type Instant } from '@xiaoer/domain/time/instant';
import { assertDate, type LocalDate } from '@xiaoer/domain/time/local-date';
import { addWorkdays, isWorkday } from '@xiaoer/domain/time/workdays';
import { DEPARTMENTS_CALENDAR } from '../../templates/calendars/china.ts';

export const PERIOD_FROM = assertDate('2022-06-01');
export const FREEZE_DATE = assertDate('2022-09-30');
export const SET_UP = assertInstant('2022-05-30T09:00:00.000+08:00');
export const SET_UP_DAY = dateOf(SET_UP);

const OPENS = 9 * 60;
const NOON = 12 * 60;
const AFTERNOON = 14 * 60;
const CLOSES = 17 * 60 + 50;

/** The working day so many working days after the day. */
export const workdayAfter = (day: LocalDate, workdays: number): LocalDate => {
  const found = addWorkdays(DEPARTMENTS_CALENDAR, day, workdays);
  if (!found.ok) throw new Error(`the calendar does not know the days after ${day}`);
  return found.value;
};

/** Working days of the period, in order. */
export const periodWorkdays = (): readonly LocalDate[] => {
  const worked = isWorkday(DEPARTMENTS_CALENDAR, PERIOD_FROM);
  const days = worked.ok && worked.value ? [PERIOD_FROM] : [];
  for (let day = workdayAfter(PERIOD_FROM, 1); day <= FREEZE_DATE; day = workdayAfter(day, 1)) days.push(day);
  return days;
};

/** A moment of the working day: `share` from 0 to 1 of its hours, lunch left out. */
export const inOfficeHours = (day: LocalDate, share: number): Instant => {
  const minute = OPENS + Math.floor(share * (CLOSES - OPENS - (AFTERNOON - NOON)));
  return instantAt(day, minute < NOON ? minute : minute + AFTERNOON - NOON);
};

/** So many minutes later on the same day; next morning when the day is over. */
export const laterInOfficeHours = (at: Instant, minutes: number): Instant => {
  const minute = minuteOfDay(at) + minutes;
  const day = dateOf(at);
  if (minute >= CLOSES) return instantAt(workdayAfter(day, 1), OPENS + (minute % 50));
  return instantAt(
    day,
    minute >= NOON && minute < AFTERNOON ? AFTERNOON + Math.floor((minute - NOON) / 2) : minute,
  );
};
