import { explain } from '@xiaoer/domain/schedule/explain';
import { minuteOf } from '@xiaoer/domain/schedule/minute';
import type { Network } from '@xiaoer/domain/schedule/network';
import { schedule } from '@xiaoer/domain/schedule/schedule';
import { shiftCalendarOf } from '@xiaoer/domain/schedule/shift-calendar';
import { expect, it } from 'vitest';
import { DEPARTMENTS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { scheduleSentence } from './schedule-sentence.ts';

const NETWORK: Network = {
  calendars: [shiftCalendarOf(DEPARTMENTS_CALENDAR, 'departments')],
  calendarId: 'departments',
  minutesPerDay: 420,
  direction: 'forward',
  start: minuteOf('2023-01-16T08:00')!,
  tasks: [
    { id: 'a', name: '抵押解除', duration: { amount: 5, unit: 'workdays' } },
    { id: 'b', name: '土地收储', duration: { amount: 2, unit: 'workdays' } },
  ],
  links: [{ from: 'a', to: 'b', type: 'FS', lag: { amount: 1, unit: 'workdays' } }],
};

it('tells in both languages why a date is what it is', () => {
  const result = schedule(NETWORK);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const steps = explain(NETWORK, result.schedule, 'b');
  expect(steps.map((step) => scheduleSentence(step, 'zh-CN'))).toEqual([
    '“抵押解除”2023-01-16至2023-01-20：项目自2023-01-16起',
    '“土地收储”2023-01-29至2023-01-30：“抵押解除”2023-01-20完成之后才能开始，并间隔1个工作日（其间春节休7天）',
  ]);
  expect(steps.map((step) => scheduleSentence(step, 'en'))).toEqual([
    '"抵押解除", 2023-01-16 to 2023-01-20: the project starts on 2023-01-16',
    '"土地收储", 2023-01-29 to 2023-01-30: it can only start once "抵押解除" is finished on 2023-01-20, and 1 working day later (in between: 春节, 7 days off)',
  ]);
});
