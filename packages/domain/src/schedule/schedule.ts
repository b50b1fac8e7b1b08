import type { Refusal } from '../kernel/refusal.ts';
import { dayNumber } from '../time/local-date.ts';
import { backwardPass, type BackwardDates } from './backward-pass.ts';
import { compile } from './compile.ts';
import { COMPLETE, LATE, SOON, STARTED, type CompiledNetwork } from './compiled-network.ts';
import { freeFloat, totalFloat } from './floats.ts';
import { DRIVERS, forwardPass, type Driver, type ForwardDates } from './forward-pass.ts';
import { DAY, END_OF_TIME, START_OF_TIME, type Minute } from './minute.ts';
import type { Network } from './network.ts';
import { refuseTasks, type ScheduleRefusal } from './refusals.ts';
import { rollUp } from './roll-up.ts';

/** What decided a task's early dates: a link, by its place in the network's links, or something else. */
export type DrivenBy = { readonly link: number } | Driver;

export type ScheduledTask = {
  readonly id: string;
  readonly isSummary: boolean;
  /** Where the task stands: its early dates, or its late ones when it is to be as late as possible. */
  readonly start: Minute;
  readonly finish: Minute;
  readonly earlyStart: Minute;
  readonly earlyFinish: Minute;
  readonly lateStart: Minute;
  readonly lateFinish: Minute;
  /** Working minutes of the task's calendar; minutes of the clock for elapsed time and calendar days. */
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly critical: boolean;
  readonly drivenBy: DrivenBy;
};

export type Schedule = {
  readonly tasks: readonly ScheduledTask[];
  readonly start: Minute;
  readonly finish: Minute;
  readonly earliestFinish: Minute;
  /** The latest moment the project can start at and still keep its target (or its earliest finish). */
  readonly latestStart: Minute;
  readonly target: Minute;
};

export type Scheduled =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly refusal: Refusal<ScheduleRefusal> };

/** The passes of a network: all that forecasts and accelerations need of it. */
export type Passes = {
  readonly early: ForwardDates;
  readonly late: BackwardDates;
  readonly stands: { readonly start: Float64Array; readonly finish: Float64Array };
  readonly earliestFinish: Minute;
  readonly latestStart: Minute;
  readonly target: Minute;
};

/** The latest finish of all that is done, summaries aside. */
export const projectFinish = ({ summary }: CompiledNetwork, finish: Float64Array): Minute => {
  let latest = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < summary.length; place += 1)
    if (summary[place] === 0 && (finish[place] as number) > latest) latest = finish[place] as number;
  return latest;
};

const projectStart = ({ summary }: CompiledNetwork, start: Float64Array): Minute => {
  let first = Number.POSITIVE_INFINITY;
  for (let place = 0; place < summary.length; place += 1)
    if (summary[place] === 0 && (start[place] as number) < first) first = start[place] as number;
  return first;
};

const standing = (
  compiled: CompiledNetwork,
  { early, late }: { early: ForwardDates; late: BackwardDates },
) => {
  const { direction } = compiled.network;
  const other = direction === 'forward' ? LATE : SOON;
  if (!compiled.constraint.includes(other)) return direction === 'forward' ? early : late;
  return undefined;
};

/** Both passes: forward from the start, or from the latest start of a plan that only has a target. */
export const passesOf = (compiled: CompiledNetwork): Passes => {
  const { start, target, direction } = compiled.network;
  const sketch = forwardPass(compiled, start ?? target ?? 0);
  const by = target ?? projectFinish(compiled, sketch.finish);
  const late = backwardPass(compiled, [sketch, by]);
  const latestStart = projectStart(compiled, late.start);
  const from = start ?? latestStart;
  const early = start === undefined ? forwardPass(compiled, from) : sketch;
  const earliestFinish = projectFinish(compiled, early.finish);
  const stands =
    standing(compiled, { early, late }) ??
    (direction === 'forward'
      ? forwardPass(compiled, from, late.start)
      : backwardPass(compiled, [early, by], true));
  return { early, late, stands, earliestFinish, latestStart, target: by };
};

const drivenBy = ({ linkSource }: CompiledNetwork, code: number): DrivenBy => {
  if (code < 0) return DRIVERS[-1 - code] ?? 'projectStart';
  const link = linkSource[code] as number;
  return link < 0 ? 'summary' : { link };
};

const taskAt = (compiled: CompiledNetwork, place: number, passes: Passes): ScheduledTask => {
  const { early, late, stands, earliestFinish } = passes;
  const { progress, network } = compiled;
  const total = totalFloat(compiled, place, { early, late });
  const earlyStart = early.start[place] as number;
  return {
    id: network.tasks[place]?.id ?? '',
    isSummary: false,
    start: progress[place] === STARTED ? earlyStart : (stands.start[place] as number),
    finish: stands.finish[place] as number,
    earlyStart,
    earlyFinish: early.finish[place] as number,
    lateStart: progress[place] === STARTED ? earlyStart : (late.start[place] as number),
    lateFinish: late.finish[place] as number,
    totalFloat: total,
    freeFloat: freeFloat(compiled, place, { early, projectFinish: earliestFinish }),
    critical: progress[place] !== COMPLETE && total <= (network.criticalFloatLimit ?? 0),
    drivenBy: drivenBy(compiled, early.driver[place] as number),
  };
};

/** A date no calendar answers for is refused, not guessed: the first task that reaches one is named. */
const beyond = ({ network, summary }: CompiledNetwork, tasks: readonly ScheduledTask[]) => {
  const coverage = new Map(network.calendars.map((calendar) => [calendar.id, calendar.coverage]));
  for (let place = 0; place < tasks.length; place += 1) {
    if (summary[place] === 1) continue;
    const task = tasks[place] as ScheduledTask;
    const { earlyStart, lateStart, earlyFinish, lateFinish } = task;
    const first = Math.min(earlyStart, lateStart);
    const last = Math.max(earlyFinish, lateFinish);
    const source = network.tasks[place];
    if (first <= START_OF_TIME || last >= END_OF_TIME) return refuseTasks('schedule.out-of-range', [source]);
    const covered = coverage.get(source?.calendarId ?? network.calendarId);
    if (covered === undefined) continue;
    if (first < dayNumber(covered.from) * DAY || last > (dayNumber(covered.to) + 1) * DAY)
      return refuseTasks('schedule.outside-coverage', [source]);
  }
  return undefined;
};

/**
 * Computes a compiled network: earliest and latest dates, floats, what is critical and what drives it. Formulas are
 * those of the critical path method with Microsoft Project's conventions; docs/scheduling.md tells them in words.
 */
export const scheduleOf = (compiled: CompiledNetwork): Scheduled => {
  const passes = passesOf(compiled);
  const { network, summary } = compiled;
  const { contradiction } = passes.early;
  if (contradiction !== undefined) {
    const named = contradiction.map((place) => network.tasks[place]);
    return { ok: false, refusal: refuseTasks('schedule.constraints-contradict', named) };
  }
  const tasks: ScheduledTask[] = [];
  for (let place = 0; place < summary.length; place += 1) tasks.push(taskAt(compiled, place, passes));
  const rolled = summary.includes(1) ? rollUp(compiled, tasks) : tasks;
  const refusal = beyond(compiled, rolled);
  if (refusal !== undefined) return { ok: false, refusal };
  const { earliestFinish, latestStart, target, stands } = passes;
  const start = projectStart(compiled, stands.start);
  const finish = projectFinish(compiled, stands.finish);
  return { ok: true, schedule: { tasks: rolled, start, finish, earliestFinish, latestStart, target } };
};

/** The same from plain data; refuses what cannot be computed, with the tasks named. */
export const schedule = (network: Network): Scheduled => {
  const result = compile(network);
  return result.ok ? scheduleOf(result.compiled) : result;
};
