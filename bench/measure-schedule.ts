import { compile } from '@xiaoer/domain/schedule/compile';
import { minuteOf } from '@xiaoer/domain/schedule/minute';
import { LINK_TYPES, type Link, type Network, type Task } from '@xiaoer/domain/schedule/network';
import { schedule, scheduleOf } from '@xiaoer/domain/schedule/schedule';
import { shiftCalendarOf } from '@xiaoer/domain/schedule/shift-calendar';
import { DEPARTMENTS_CALENDAR } from '../templates/calendars/china.ts';
import { median, report } from './compare.ts';

const CALENDAR = shiftCalendarOf({ ...DEPARTMENTS_CALENDAR }, 'departments');
const UNLIMITED = { ...CALENDAR, coverage: undefined };

/** Numbers that look random and are the same in every run. */
const numbers = (): ((below: number) => number) => {
  let state = 20_230_204;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** Steps on the departments' calendar: links of all four kinds and with lags, some constraints, deadlines and actuals. */
const network = ({ steps, links, reach }: { steps: number; links: number; reach: number }): Network => {
  const next = numbers();
  const start = minuteOf('2023-02-06T08:30') ?? 0;
  const tasks = Array.from({ length: steps }, (_, place): Task => {
    const deadline = place % 7 === 3 ? { deadline: start + 200 * 1_440 } : {};
    const actual = place < 3 ? { actual: { start, percent: 40 } } : {};
    const at = start + next(20) * 1_440;
    const constraint = place % 9 === 4 ? { constraint: { kind: 'startNoEarlierThan', at } as const } : {};
    const unit = place % 6 === 5 ? 'calendarDays' : 'workdays';
    const name = `Step ${place}`;
    return {
      id: `t${place}`,
      name,
      duration: { amount: next(6), unit },
      ...deadline,
      ...actual,
      ...constraint,
    };
  });
  const linked = Array.from({ length: links }, (_, place): Link => {
    const to = place < steps - 1 ? place + 1 : 1 + next(steps - 1);
    const from = Math.max(0, to - 1 - next(reach));
    const type = next(4) === 0 ? (LINK_TYPES[next(4)] ?? 'FS') : 'FS';
    const lag = next(5) === 0 ? { lag: { amount: next(3), unit: 'workdays' } as const } : {};
    return { from: `t${from}`, to: `t${to}`, type, ...lag };
  });
  return {
    calendars: [UNLIMITED],
    calendarId: 'departments',
    minutesPerDay: 420,
    direction: 'forward',
    start,
    target: start + 60 * 1_440,
    statusDate: start + 5 * 1_440,
    tasks,
    links: linked,
  };
};

/** Median milliseconds of so many runs, after a third as many to warm up. */
const timed = (runs: number, work: () => unknown): number => {
  for (let run = 0; run < runs / 3; run += 1) work();
  return median(
    Array.from({ length: runs }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
};

/** Both passes of plans, on one core: a plan compiled and raw, and one of a hundred thousand tasks. */
export const measureSchedule = async (): Promise<number> => {
  const plan = network({ steps: 70, links: 110, reach: 6 });
  const made = compile(plan);
  if (!made.ok || !schedule(plan).ok) throw new Error('the plan of 70 steps cannot be computed');
  const large = network({ steps: 100_000, links: 150_000, reach: 40 });
  if (!schedule(large).ok) throw new Error('the plan of 100,000 tasks cannot be computed');
  const passes = timed(3_000, () => scheduleOf(made.compiled));
  const raw = timed(3_000, () => schedule(plan));
  const many = timed(9, () => schedule(large));
  const projects = timed(9, () => {
    for (let project = 0; project < 500; project += 1) schedule(plan);
  });
  return (
    report('70 steps compiled, both passes, in microseconds', passes * 1_000, { most: 80 }) +
    report('70 steps from raw input, in microseconds', raw * 1_000, { most: 500 }) +
    report('100,000 tasks and 150,000 links, in ms', many, { most: 250 }) +
    report('500 projects of 70 steps, in ms', projects, { most: 60 })
  );
};
