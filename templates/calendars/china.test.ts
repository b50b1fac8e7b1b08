import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { calendarDays } from '@xiaoer/domain/time/calendar-days';
import { assertDate, dayOfWeek } from '@xiaoer/domain/time/local-date';
import { workdayOf } from '@xiaoer/domain/time/workdays';
import { describe, expect, it } from 'vitest';
import { calendarText } from '../../tools/generate/calendar.ts';
import { STATE_NOTICES } from './china.generated.ts';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR, STATE_COVERAGE } from './china.ts';

const daysOf = (from: string, to: string, workday: boolean): readonly string[] => {
  const days = calendarDays(DEPARTMENTS_CALENDAR, assertDate(from), assertDate(to));
  if (!days.ok) throw new Error(days.reason);
  return days.value.filter((day) => day.workday === workday).map(({ date }) => date.slice(5));
};

const sourceOf = (date: string): unknown => {
  const day = workdayOf(DEPARTMENTS_CALENDAR, assertDate(date));
  return day.ok && [day.value.name, day.value.source];
};

describe('the state calendar', () => {
  it('gives the days off and worked around Spring Festival 2023', () => {
    expect(daysOf('2023-01-16', '2023-01-31', false)).toEqual([
      '01-21',
      '01-22',
      '01-23',
      '01-24',
      '01-25',
      '01-26',
      '01-27',
    ]);
    expect(daysOf('2023-01-28', '2023-01-29', true)).toEqual(['01-28', '01-29']);
  });

  it('gives the days off and worked around National Day 2022', () => {
    expect(daysOf('2022-09-26', '2022-10-14', false)).toEqual([
      '10-01',
      '10-02',
      '10-03',
      '10-04',
      '10-05',
      '10-06',
      '10-07',
    ]);
    expect(daysOf('2022-10-08', '2022-10-09', true)).toEqual(['10-08', '10-09']);
  });

  it('gives New Year 2006 as the notice of 16 December 2005 arranges it, the Saturday before included', () => {
    expect(daysOf('2005-12-31', '2006-01-08', false)).toEqual(['01-01', '01-02', '01-03', '01-07', '01-08']);
  });

  it('gives New Year 2007 and 2008 across the turn of the year', () => {
    expect(daysOf('2006-12-30', '2007-01-07', false)).toEqual(['01-01', '01-02', '01-03', '01-06', '01-07']);
    expect(daysOf('2007-12-29', '2008-01-02', false)).toEqual(['12-30', '12-31', '01-01']);
  });

  it('gives the days the General Office changed later: May 2019 and the longer Spring Festival of 2020', () => {
    expect(daysOf('2019-04-27', '2019-05-06', false)).toEqual(['04-27', '05-01', '05-02', '05-03', '05-04']);
    expect(daysOf('2020-01-31', '2020-02-03', false)).toEqual(['01-31', '02-01', '02-02']);
  });

  it('names the notice each day rests on', () => {
    expect(sourceOf('2023-01-28')).toEqual(['春节调休上班', '国务院办公厅关于2023年部分节假日安排的通知']);
    expect(sourceOf('2011-12-31')).toEqual(['元旦调休上班', '国务院办公厅关于2012年部分节假日安排的通知']);
    expect(sourceOf('2020-02-01')).toEqual(['春节', '国务院办公厅关于延长2020年春节假期的通知']);
    expect(sourceOf('2023-02-01')).toEqual([undefined, '《国务院关于职工工作时间的规定》']);
  });

  it('has people work on 151 weekend days, one for each weekday given off in lieu', () => {
    const worked = STATE_NOTICES.flatMap(({ holidays }) => holidays.flatMap((holiday) => holiday.worked));
    expect(worked.filter((date) => dayOfWeek(assertDate(date)) < 6)).toEqual([]);
    expect(worked).toHaveLength(151);
  });

  it('answers for 2004 to 2026 and refuses the days beyond', () => {
    const whole = calendarDays(DEPARTMENTS_CALENDAR, STATE_COVERAGE.from, STATE_COVERAGE.to);
    expect(whole.ok && whole.value.length).toBe(8401);
    expect(calendarDays(DEPARTMENTS_CALENDAR, assertDate('2026-12-30'), assertDate('2027-01-01'))).toEqual({
      ok: false,
      reason: 'calendar.outside-coverage',
      date: '2027-01-01',
    });
    expect(calendarDays(DEPARTMENTS_CALENDAR, assertDate('2003-12-31'), assertDate('2004-01-02')).ok).toBe(
      false,
    );
  });

  it('gives officers longer days than departments on the same dates', () => {
    const hours = [OFFICERS_CALENDAR, DEPARTMENTS_CALENDAR].map((calendar) => {
      const day = workdayOf(calendar, assertDate('2022-10-08'));
      return day.ok && day.value.hours;
    });
    expect(hours).toEqual([
      [
        [510, 720],
        [810, 1080],
      ],
      [
        [540, 720],
        [840, 1080],
      ],
    ]);
  });

  it('is what the generator writes', async () => {
    const committed = await readFile(path.join(import.meta.dirname, 'china.generated.ts'), 'utf8');
    expect(committed).toBe(calendarText());
  });
});
