import { calendarDays } from '@xiaoer/domain/time/calendar-days';
import { calendarIndex } from '@xiaoer/domain/time/calendar-index';
import { addDays, dayNumber, daysBetween, type LocalDate } from '@xiaoer/domain/time/local-date';
import type { WorkCalendar } from '@xiaoer/domain/time/work-calendar';

/** The State Council announces the next year in November: with fewer days left somebody must see to it. */
export const ALARM_DAYS = 60;
const MOST_DAYS = 800;

type Asked = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  /** The zone's own days. */
  readonly own: Readonly<Record<string, unknown>>;
};

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** The calendar's days from one date to another as far as it is known, and for how long it still is. */
export const knownDays = (calendar: WorkCalendar, { from, to, today, own }: Asked) => {
  const { coverage } = calendar;
  const first = later(from, coverage.from);
  const last = earlier(earlier(to, coverage.to), addDays(first, MOST_DAYS));
  const listed = first <= last ? calendarDays(calendar, first, last) : { ok: true as const, value: [] };
  const index = calendarIndex(calendar);
  const daysLeft = Math.max(0, daysBetween(today, coverage.to));
  return {
    days: (listed.ok ? listed.value : []).map(({ date, workday, source }) => ({
      date,
      workday,
      hours: (index.hours[dayNumber(date) - index.first] ?? []).map(([start, end]): [number, number] => [
        start,
        end,
      ]),
      name: calendar.exceptions[date]?.name ?? null,
      source,
      own: Object.hasOwn(own, date),
    })),
    coverage,
    daysLeft,
    alarm: daysLeft < ALARM_DAYS,
  };
};
