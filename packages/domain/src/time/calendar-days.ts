import { dayNumber, fromDayNumber, type LocalDate } from './local-date.ts';
import { covered, outsideOn, type Covered, type WorkCalendar } from './work-calendar.ts';
import { workdayOf } from './workdays.ts';

export type CalendarDay = { readonly date: LocalDate; readonly workday: boolean; readonly source: string };

/** Every day from one to another, both included; nothing at all when one of them lies outside the coverage. */
export const calendarDays = (
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
): Covered<readonly CalendarDay[]> => {
  const { coverage } = calendar;
  if (from < coverage.from || from > coverage.to) return outsideOn(from);
  if (to < coverage.from || to > coverage.to) return outsideOn(to);
  const days: CalendarDay[] = [];
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day += 1) {
    const date = fromDayNumber(day);
    const found = workdayOf(calendar, date);
    if (!found.ok) return found;
    days.push({ date, workday: found.value.workday, source: found.value.source });
  }
  return covered(days);
};
