import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/local-date.ts';
import { calendarTable } from './calendar-table.ts';
import { compile } from './compile.ts';
import { criticalPath } from './critical-path.ts';
import { CALENDAR_DAYS, ELAPSED, MILESTONE, WORKING } from './compiled-network.ts';
import { boundAfter } from './links.ts';
import { DAY } from './minute.ts';
import type { Network } from './network.ts';
import { schedule, type Schedule, type ScheduledTask } from './schedule.ts';
import {
  ANYTHING,
  networkFrom,
  type Choice,
  OFFICE,
  PLAIN,
  ROUND_THE_CLOCK,
  SITE,
  START,
} from './testing/networks.ts';
import { fromDayNumber } from '../time/local-date.ts';

const RUNS = { numRuns: 5_000 };
const CALENDARS = { office: OFFICE, site: SITE, clock: ROUND_THE_CLOCK };

const computed = (network: Network): Schedule => {
  const result = schedule(network);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.schedule;
};
const compiledOf = (network: Network) => {
  const result = compile(network);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.compiled;
};
const holds = <Value>(values: fc.Arbitrary<Value>, law: (value: Value) => void) =>
  fc.assert(fc.property(values, law), RUNS);
const networks = ({ units, lagUnits, leastLag, calendarIds, types }: Choice): fc.Arbitrary<Network> => {
  const task = fc.record({
    unit: fc.constantFrom(...units),
    factor: fc.integer({ min: 0, max: 6 }),
    calendarId: fc.constantFrom(...calendarIds),
  });
  const link = fc.record({
    ends: fc.tuple(fc.nat(), fc.nat()),
    type: fc.constantFrom(...types),
    unit: fc.constantFrom(...lagUnits),
    factor: fc.oneof(fc.constant(0), fc.integer({ min: leastLag, max: 3 })),
  });
  const tasks = fc.array(task, { minLength: 1, maxLength: 9 });
  const links = fc.array(link, { maxLength: 14 });
  return fc.record({ tasks, links, start: fc.nat({ max: 20_000 }) }).map(networkFrom);
};
const any = networks(ANYTHING);
const plain = networks(PLAIN);
const delays = fc.integer({ min: -40_000, max: 40_000 });

const least = (plan: Schedule): number => Math.min(...plan.tasks.map(({ totalFloat }) => totalFloat));
/** What renumbering must not change; of two links that decide alike either may be named. */
const datesById = (plan: Schedule) =>
  plan.tasks
    .map(({ drivenBy, ...task }) => ({ ...task, isLinked: typeof drivenBy === 'object' }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));

type Place = {
  readonly network: Network;
  readonly tasks: readonly ScheduledTask[];
  readonly which: 'early' | 'late';
};
const span = (task: ScheduledTask | undefined, which: 'early' | 'late') =>
  which === 'early'
    ? ([task!.earlyStart, task!.earlyFinish] as const)
    : ([task!.lateStart, task!.lateFinish] as const);

/** Every link, by the calendar of its successor. */
const expectLinksKept = ({ network, tasks, which }: Place): void => {
  const compiled = compiledOf(network);
  for (const [place, link] of network.links.entries()) {
    const from = compiled.linkFrom[place]!;
    const to = compiled.linkTo[place]!;
    const at = span(tasks[from], which)[link.type.startsWith('F') ? 1 : 0];
    const kept = span(tasks[to], which)[link.type.endsWith('F') ? 1 : 0];
    const kind = compiled.kind[to]!;
    const table = compiled.calendar[to]!;
    const bound = boundAfter(compiled.lagKind[place]!, compiled.lag[place]!, [at, { kind, table }]);
    if (kind === WORKING) expect(table.workedAt(kept)).toBeGreaterThanOrEqual(table.workedAt(bound));
    else expect(kept).toBeGreaterThanOrEqual(bound);
  }
};

/** The slow truth: minute by minute. */
const isWorking = (calendar: (typeof CALENDARS)['office'], minute: number): boolean => {
  const day = Math.floor(minute / DAY);
  const date = fromDayNumber(day);
  const exception = calendar.exceptions.find(({ from, to }) => from <= date && date <= to);
  const hours = exception?.hours ?? calendar.weekly[(((day + 3) % 7) + 7) % 7]!;
  return hours.some(([from, to]) => from <= minute - day * DAY && minute - day * DAY < to);
};

describe('a calendar table', () => {
  const calendars = fc.constantFrom(OFFICE, SITE, ROUND_THE_CLOCK);

  it('counts what a walk minute by minute counts', () => {
    const spans = fc.record({
      calendar: calendars,
      from: fc.integer({ min: -20_000, max: 60_000 }),
      length: fc.nat({ max: 3_000 }),
    });
    fc.assert(
      fc.property(spans, ({ calendar, from, length }) => {
        const table = calendarTable(calendar, START);
        let count = 0;
        for (let minute = 0; minute < length; minute += 1)
          if (isWorking(calendar, START + from + minute)) count += 1;
        expect(table.workedAt(START + from + length) - table.workedAt(START + from)).toBe(count);
      }),
      { numRuns: 500 },
    );
  });

  it('finds of every number of minutes the first moment they are done and the last before the next, decades away too', () => {
    const moments = fc.record({ calendar: calendars, at: fc.integer({ min: -20_000_000, max: 20_000_000 }) });
    holds(moments, ({ calendar, at }) => {
      const table = calendarTable(calendar, START);
      const worked = table.workedAt(START + at);
      const start = table.startAt(worked);
      const finish = table.finishAt(worked);
      expect(table.workedAt(start)).toBe(worked);
      expect(table.workedAt(finish)).toBe(worked);
      expect([isWorking(calendar, start), isWorking(calendar, finish - 1)]).toEqual([true, true]);
      expect(finish).toBeLessThanOrEqual(START + at < finish ? finish : START + at);
      expect(finish <= start).toBe(true);
    });
  });
});

describe('a schedule', () => {
  it('is never later at the earliest than at the latest when its target can be met', () => {
    holds(any, (network) => {
      for (const task of computed(network).tasks) {
        expect(task.earlyFinish).toBeLessThanOrEqual(task.lateFinish);
        expect(task.totalFloat).toBeGreaterThanOrEqual(0);
        expect(task.freeFloat).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('keeps every link, at the earliest and at the latest', () => {
    holds(fc.record({ network: any, delay: delays }), ({ network, delay }) => {
      const first = computed(network);
      const { tasks } = computed({ ...network, target: first.earliestFinish + delay });
      expectLinksKept({ network, tasks, which: 'early' });
      expectLinksKept({ network, tasks, which: 'late' });
    });
  });

  it('starts and finishes in working time, but for elapsed and calendar days and milestones', () => {
    holds(any, (network) => {
      const { kind, calendar } = compiledOf(network);
      for (const [place, { earlyStart, earlyFinish, lateStart, lateFinish }] of computed(
        network,
      ).tasks.entries()) {
        const table = calendar[place]!;
        const finishes = [earlyFinish, lateFinish].map((at) => table.finishAt(table.workedAt(at)));
        if (kind[place] === ELAPSED || kind[place] === MILESTONE) continue;
        expect(finishes).toEqual([earlyFinish, lateFinish]);
        if (kind[place] === CALENDAR_DAYS) continue;
        const starts = [earlyStart, lateStart].map((at) => table.startAt(table.workedAt(at)));
        expect(starts).toEqual([earlyStart, lateStart]);
      }
    });
  });

  it('has, on one calendar, as its least float what lies between target and earliest finish', () => {
    const targets = fc.record({ network: plain, delay: delays });
    holds(targets, ({ network, delay }) => {
      const first = computed(network);
      expect(least(first)).toBe(0);
      const table = calendarTable(OFFICE, START);
      const target = first.earliestFinish + delay;
      const slack = table.workedAt(target) - table.workedAt(first.earliestFinish);
      expect(least(computed({ ...network, target }))).toBe(slack);
    });
  });

  it('has, on one calendar, a path without float from its start to its earliest finish', () => {
    holds(plain, (network) => {
      const plan = computed(network);
      const path = criticalPath(network, plan);
      expect(path.every(({ totalFloat, critical }) => totalFloat === 0 && critical)).toBe(true);
      expect(path.at(-1)!.earlyFinish).toBe(plan.earliestFinish);
      expect(path[0]!.drivenBy).toBe('projectStart');
    });
  });

  it('is the same whatever the order of its tasks and links', () => {
    const shuffled = any.chain((network) =>
      fc.record({
        network: fc.constant(network),
        tasks: fc.shuffledSubarray([...network.tasks], { minLength: network.tasks.length }),
        links: fc.shuffledSubarray([...network.links], { minLength: network.links.length }),
      }),
    );
    holds(shuffled, ({ network, tasks, links }) => {
      expect(datesById(computed({ ...network, tasks, links }))).toEqual(datesById(computed(network)));
    });
  });

  it('is no earlier at the latest for a later target', () => {
    const targets = fc.record({ network: any, delay: delays, more: fc.nat({ max: 30_000 }) });
    holds(targets, ({ network, delay, more }) => {
      const target = computed(network).earliestFinish + delay;
      const later = computed({ ...network, target: target + more }).tasks;
      for (const [place, task] of computed({ ...network, target }).tasks.entries()) {
        expect(later[place]!.lateStart).toBeGreaterThanOrEqual(task.lateStart);
        expect(later[place]!.lateFinish).toBeGreaterThanOrEqual(task.lateFinish);
      }
    });
  });

  it('is no earlier for more days off', () => {
    const offs = fc.record({ network: plain, day: fc.nat({ max: 40 }), length: fc.nat({ max: 5 }) });
    holds(offs, ({ network, day, length }) => {
      const from = addDays(fromDayNumber(Math.floor(START / DAY)), day);
      const off = { name: 'Off', from, to: addDays(from, length), hours: [] };
      const calendars = [{ ...OFFICE, exceptions: [off, ...OFFICE.exceptions] }];
      const rested = computed({ ...network, calendars }).tasks;
      for (const [place, { earlyFinish }] of computed(network).tasks.entries())
        expect(rested[place]!.earlyFinish).toBeGreaterThanOrEqual(earlyFinish);
    });
  });

  it('is no earlier at the earliest and no later at the latest for one link more', () => {
    const linked = any.filter(({ links }) => links.length > 0);
    holds(linked, (network) => {
      const without = { ...network, links: network.links.slice(0, -1) };
      const target = computed(network).earliestFinish;
      const more = computed({ ...network, target }).tasks;
      for (const [place, task] of computed({ ...without, target }).tasks.entries()) {
        expect(more[place]!.earlyStart).toBeGreaterThanOrEqual(task.earlyStart);
        expect(more[place]!.lateFinish).toBeLessThanOrEqual(task.lateFinish);
      }
    });
  });

  it('says the same computed twice, and from what it was computed to', () => {
    holds(any, (network) => {
      const first = computed(network);
      expect(computed(network)).toEqual(first);
      const again = computed({ ...network, target: first.earliestFinish });
      expect(again.tasks).toEqual(first.tasks);
    });
  });
});

it('does not overflow on a chain of a hundred thousand tasks', () => {
  const tasks = Array.from({ length: 100_000 }, (_, place) => ({
    id: `t${place}`,
    name: `t${place}`,
    duration: { amount: 1, unit: 'hours' as const },
  }));
  const links = tasks.slice(1).map(({ id }, place) => ({ from: `t${place}`, to: id, type: 'FS' as const }));
  const plan = computed({
    calendars: [OFFICE],
    calendarId: 'office',
    minutesPerDay: 480,
    direction: 'forward',
    start: START,
    tasks,
    links,
  });
  const table = calendarTable(OFFICE, START);
  expect(table.workedAt(plan.finish) - table.workedAt(START)).toBe(6_000_000);
  expect(plan.tasks.every(({ totalFloat }) => totalFloat === 0)).toBe(true);
});
