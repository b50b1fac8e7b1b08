import { calendarIndex, type CalendarIndex } from './calendar-index.ts';
import { dayNumber, fromDayNumber, type LocalDate } from './local-date.ts';
import { covered, outsideOn, type Covered, type HourSpan, type WorkCalendar } from './work-calendar.ts';

export type Workday = {
  readonly workday: boolean;
  readonly hours: readonly HourSpan[];
  /** The name of a holiday, make-up day or half day. */
  readonly name?: string;
  readonly source: string;
};

const reaches = (index: CalendarIndex, day: number): boolean => day >= index.first && day <= index.last;

/** Whether the day is worked, its hours and the source; outside the coverage there is no answer. */
export const workdayOf = (calendar: WorkCalendar, date: LocalDate): Covered<Workday> => {
  const index = calendarIndex(calendar);
  const day = dayNumber(date);
  if (!reaches(index, day)) return outsideOn(date);
  const hours = index.hours[day - index.first] ?? [];
  const exception = calendar.exceptions[date];
  const workday = hours.length > 0;
  return exception === undefined
    ? covered({ workday, hours, source: calendar.source })
    : covered({ workday, hours, name: exception.name, source: exception.source });
};

/** Whether the day has any working hours. */
export const isWorkday = (calendar: WorkCalendar, date: LocalDate): Covered<boolean> => {
  const day = workdayOf(calendar, date);
  return day.ok ? covered(day.value.workday) : day;
};

/** The first working day after the given day. */
export const nextWorkday = (calendar: WorkCalendar, date: LocalDate): Covered<LocalDate> =>
  addWorkdays(calendar, date, 1);

/** The given day when it is worked, else the first working day after it. */
export const workdayOnOrAfter = (calendar: WorkCalendar, date: LocalDate): Covered<LocalDate> => {
  const worked = isWorkday(calendar, date);
  if (!worked.ok) return worked;
  return worked.value ? covered(date) : nextWorkday(calendar, date);
};

/**
 * The n-th working day after the given day (n < 0: before it); n = 0 is the day itself, worked or not.
 */
export const addWorkdays = (
  calendar: WorkCalendar,
  date: LocalDate,
  workdays: number,
): Covered<LocalDate> => {
  const index = calendarIndex(calendar);
  const day = dayNumber(date);
  if (!reaches(index, day)) return outsideOn(date);
  if (workdays === 0) return covered(date);
  const before = index.workdaysBefore[day - index.first + (workdays > 0 ? 1 : 0)] ?? 0;
  const ordinal = workdays > 0 ? before + workdays - 1 : before + workdays;
  const found = index.workdays[ordinal];
  if (found === undefined) return outsideOn(fromDayNumber(workdays > 0 ? index.last + 1 : index.first - 1));
  return covered(fromDayNumber(found));
};

/** Working days after day number `from` up to and including `to`; negative when `to` is earlier, so that it mirrors. */
export const workdaysBetweenNumbers = (calendar: WorkCalendar, from: number, to: number): Covered<number> => {
  const index = calendarIndex(calendar);
  if (!reaches(index, from)) return outsideOn(fromDayNumber(from));
  if (!reaches(index, to)) return outsideOn(fromDayNumber(to));
  const upTo = (day: number): number => index.workdaysBefore[day - index.first + 1] ?? 0;
  return covered(upTo(to) - upTo(from));
};

/** The same between days. */
export const workdaysBetween = (calendar: WorkCalendar, from: LocalDate, to: LocalDate): Covered<number> =>
  workdaysBetweenNumbers(calendar, dayNumber(from), dayNumber(to));
