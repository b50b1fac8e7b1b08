import { describe, expect, it } from 'vitest';
import { assertDate } from '../time/local-date.ts';
import { minuteOf, textOfMinute } from './minute.ts';
import type { Link, Network, Task } from './network.ts';
import { schedule, type Schedule } from './schedule.ts';
import type { ShiftCalendar } from './shift-calendar.ts';

const at = (text: string): number => minuteOf(text)!;
const DAY_SHIFT = [
  [480, 720],
  [780, 1020],
] as const;
const STANDARD: ShiftCalendar = {
  id: 'standard',
  name: 'Standard',
  weekly: [DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, [], []],
  exceptions: [],
};
const SIX_DAYS: ShiftCalendar = {
  ...STANDARD,
  id: 'six',
  weekly: [...STANDARD.weekly.slice(0, 5), DAY_SHIFT, []],
};

const task = (id: string, days: number, more: Partial<Task> = {}): Task => ({
  id,
  name: id,
  duration: { amount: days, unit: 'workdays' },
  ...more,
});
const days = (amount: number) => ({ duration: { amount, unit: 'calendarDays' as const } });
const must = (day: string) => ({ constraint: { kind: 'mustStartOn' as const, at: at(`${day}T08:00`) } });
const link = (text: string, lag?: Link['lag']): Link => {
  const [from = '', type = 'FS', to = ''] = text.split(' ');
  return { from, to, type: type as Link['type'], ...(lag && { lag }) };
};
const network = (tasks: readonly Task[], links: readonly Link[], more: Partial<Network> = {}): Network => ({
  calendars: [STANDARD, SIX_DAYS],
  calendarId: 'standard',
  minutesPerDay: 480,
  direction: 'forward',
  // A Monday.
  start: at('2023-02-06T08:00'),
  tasks,
  links,
  ...more,
});

const computed = (given: Network): Schedule => {
  const result = schedule(given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.schedule;
};
const dates = (given: Network) =>
  computed(given).tasks.map(({ id, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat }) =>
    [
      id,
      ...[earlyStart, earlyFinish, lateStart, lateFinish].map((minute) => textOfMinute(minute).slice(5)),
      totalFloat,
      freeFloat,
    ].join(' '),
  );

describe('a schedule', () => {
  it('counts working days over a weekend, both ways, with floats in working minutes', () => {
    expect(
      dates(
        network(
          [task('a', 3), task('b', 4), task('c', 1), task('d', 2)],
          [link('a FS b'), link('a FS c'), link('b FS d'), link('c FS d')],
        ),
      ),
    ).toEqual([
      'a 02-06T08:00 02-08T17:00 02-06T08:00 02-08T17:00 0 0',
      'b 02-09T08:00 02-14T17:00 02-09T08:00 02-14T17:00 0 0',
      'c 02-09T08:00 02-09T17:00 02-14T08:00 02-14T17:00 1440 1440',
      'd 02-15T08:00 02-16T17:00 02-15T08:00 02-16T17:00 0 0',
    ]);
  });

  it('reads all four links, with lags of working days, elapsed days and a share of the predecessor', () => {
    const tasks = [
      task('a', 4),
      task('ss', 2),
      task('ff', 1),
      task('sf', 1),
      task('elapsed', 1),
      task('half', 1),
    ];
    const links = [
      link('a SS ss', { amount: 1, unit: 'workdays' }),
      link('a FF ff'),
      link('ff SF sf'),
      link('a FS elapsed', { amount: 3, unit: 'elapsedDays' }),
      link('a SS half', { amount: 50, unit: 'percent' }),
    ];
    expect(
      computed(network(tasks, links)).tasks.map(
        ({ start, finish }) => `${textOfMinute(start).slice(5)} ${textOfMinute(finish).slice(5)}`,
      ),
    ).toEqual([
      '02-06T08:00 02-09T17:00',
      '02-07T08:00 02-08T17:00',
      '02-09T08:00 02-09T17:00',
      '02-08T08:00 02-08T17:00',
      '02-13T08:00 02-13T17:00',
      '02-08T08:00 02-08T17:00',
    ]);
  });

  it('keeps a milestone at the 17:00 of its predecessor', () => {
    expect(
      dates(network([task('a', 5), task('m', 0), task('b', 1)], [link('a FS m'), link('m FS b')])),
    ).toEqual([
      'a 02-06T08:00 02-10T17:00 02-06T08:00 02-10T17:00 0 0',
      'm 02-10T17:00 02-10T17:00 02-13T08:00 02-13T08:00 0 0',
      'b 02-13T08:00 02-13T17:00 02-13T08:00 02-13T17:00 0 0',
    ]);
  });

  it('is late against a target by working time, and tells the latest start that would have kept it', () => {
    const plan = computed(
      network([task('a', 5), task('b', 5)], [link('a FS b')], { target: at('2023-02-15T17:00') }),
    );
    expect(plan.tasks.map(({ totalFloat, critical }) => [totalFloat, critical])).toEqual([
      [-960, true],
      [-960, true],
    ]);
    expect(textOfMinute(plan.latestStart)).toBe('2023-02-02T08:00');
    expect(textOfMinute(plan.earliestFinish)).toBe('2023-02-17T17:00');
  });

  it('is computed backwards from a target alone', () => {
    const { start: _, ...without } = network([task('a', 5), task('b', 2), task('c', 1)], [link('a FS b')], {
      direction: 'backward',
      target: at('2023-03-31T17:00'),
    });
    expect(
      computed(without).tasks.map(({ start, finish }) => `${textOfMinute(start)} ${textOfMinute(finish)}`),
    ).toEqual([
      '2023-03-23T08:00 2023-03-29T17:00',
      '2023-03-30T08:00 2023-03-31T17:00',
      '2023-03-31T08:00 2023-03-31T17:00',
    ]);
  });

  it('counts calendar days as the law does: not the day of the start, and never to a day off', () => {
    const plan = network(
      [task('a', 1), task('b', 0, days(5)), task('c', 0, days(7))],
      [link('a FS b'), link('a FS c')],
    );
    expect(dates(plan).slice(1)).toEqual([
      // Saturday the 11th, and so Monday's closing.
      'b 02-06T17:00 02-13T17:00 02-09T00:00 02-13T17:00 0 0',
      'c 02-06T17:00 02-13T17:00 02-07T00:00 02-13T17:00 0 0',
    ]);
  });

  it('names the tasks of a cycle, and a must-date that another makes impossible', () => {
    const cycle = schedule(
      network([task('a', 1), task('b', 1), task('c', 1)], [link('a FS b'), link('b FS a'), link('b FS c')]),
    );
    expect(cycle).toMatchObject({
      ok: false,
      refusal: { code: 'schedule.cycle', facts: { tasks: ['a', 'b'] } },
    });
    const both = [task('a', 5, must('2023-02-13')), task('b', 1, must('2023-02-15'))];
    expect(schedule(network(both, [link('a FS b')]))).toMatchObject({
      ok: false,
      refusal: { code: 'schedule.constraints-contradict', facts: { tasks: ['a', 'b'] } },
    });
  });

  it('runs a summary and its links through its parts', () => {
    const tasks = [
      task('s', 0),
      task('a', 2, { parentId: 's' }),
      task('b', 3, { parentId: 's' }),
      task('after', 1),
      task('before', 1),
    ];
    expect(dates(network(tasks, [link('s FS after'), link('before FS s')]))).toEqual([
      's 02-07T08:00 02-09T17:00 02-07T08:00 02-09T17:00 0 0',
      'a 02-07T08:00 02-08T17:00 02-08T08:00 02-09T17:00 480 480',
      'b 02-07T08:00 02-09T17:00 02-07T08:00 02-09T17:00 0 0',
      'after 02-10T08:00 02-10T17:00 02-10T08:00 02-10T17:00 0 0',
      'before 02-06T08:00 02-06T17:00 02-06T08:00 02-06T17:00 0 0',
    ]);
  });

  it('does the rest of what has started after the status date', () => {
    const started = task('a', 4, { actual: { start: at('2023-02-06T08:00'), percent: 25 } });
    const plan = network([started, task('b', 1)], [link('a FS b')], { statusDate: at('2023-02-08T17:00') });
    expect(dates(plan)).toEqual([
      'a 02-06T08:00 02-13T17:00 02-06T08:00 02-13T17:00 0 0',
      'b 02-14T08:00 02-14T17:00 02-14T08:00 02-14T17:00 0 0',
    ]);
  });

  it('refuses a plan that reaches beyond its calendar, with the task', () => {
    const coverage = { from: assertDate('2023-01-01'), to: assertDate('2023-02-10') };
    const calendars = [{ ...STANDARD, coverage }];
    expect(schedule(network([task('a', 6)], [], { calendars }))).toMatchObject({
      ok: false,
      refusal: { code: 'schedule.outside-coverage', facts: { tasks: ['a'] } },
    });
  });
});
