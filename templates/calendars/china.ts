import { assertDate } from '@xiaoer/domain/time/local-date';
import type { CalendarException, DayHours, WorkCalendar } from '@xiaoer/domain/time/work-calendar';
import { STATE_NOTICES } from './china.generated.ts';
import type { StateNotice } from './state-notice.ts';

const exceptionsOf = ({ source, holidays }: StateNotice): readonly (readonly [string, CalendarException])[] =>
  holidays.flatMap(({ name, off, worked }) => [
    ...off.map((date) => [date, { kind: 'holiday', name, source }] as const),
    ...worked.map((date) => [date, { kind: 'makeUpDay', name: `${name}调休上班`, source }] as const),
  ]);

/** State holidays and make-up working days, 2004-2026, by day. */
export const STATE_EXCEPTIONS: Readonly<Record<string, CalendarException>> = Object.fromEntries(
  STATE_NOTICES.flatMap(exceptionsOf),
);

/** The first and last year for which the arrangements of the State Council are known. */
export const STATE_COVERAGE = { from: assertDate('2004-01-01'), to: assertDate('2026-12-31') } as const;

const hour = (hours: number, minutes = 0): number => hours * 60 + minutes;

const fiveDayWeek = (name: string, hours: DayHours): WorkCalendar => ({
  name,
  weekly: [hours, hours, hours, hours, hours, {}, {}],
  makeUpHours: hours,
  source: '《国务院关于职工工作时间的规定》',
  exceptions: STATE_EXCEPTIONS,
  coverage: STATE_COVERAGE,
});

/** Departments: 09:00-12:00 and 14:00-18:00. Hours are the zone's own to set; these are what a new zone starts with. */
export const DEPARTMENTS_CALENDAR: WorkCalendar = fiveDayWeek('部门工作日历', {
  morning: [hour(9), hour(12)],
  afternoon: [hour(14), hour(18)],
});

/** Service officers, who are there before the enterprises' offices open and after they close. */
export const OFFICERS_CALENDAR: WorkCalendar = fiveDayWeek('店小二工作日历', {
  morning: [hour(8, 30), hour(12)],
  afternoon: [hour(13, 30), hour(18)],
});
