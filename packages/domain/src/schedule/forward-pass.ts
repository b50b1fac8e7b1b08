import type { CalendarTable } from './calendar-table.ts';
import {
  FINISH_NO_EARLIER,
  FINISH_NO_LATER,
  LATE,
  MANUAL,
  MUST_FINISH,
  MUST_START,
  OPEN,
  FS,
  SF,
  SS,
  START_NO_EARLIER,
  START_NO_LATER,
  STARTED,
  SUMMARY_END,
  type CompiledNetwork,
} from './compiled-network.ts';
import { boundAfter } from './links.ts';
import type { Minute } from './minute.ts';
import { earliestStart, finishOf, startFrom } from './running.ts';

/** What decided an early date when no link did; a link is its place, 0 or more. */
export const DRIVERS = [
  'projectStart',
  'constraint',
  'statusDate',
  'actual',
  'manual',
  'parts',
  'summary',
  'late',
] as const;
export type Driver = (typeof DRIVERS)[number];
const code = (driver: Driver): number => -1 - DRIVERS.indexOf(driver);
const BY_START = code('projectStart');
const BY_CONSTRAINT = code('constraint');
const BY_STATUS = code('statusDate');
const BY_ACTUAL = code('actual');
const BY_MANUAL = code('manual');
const BY_PARTS = code('parts');
const BY_LATE = code('late');

/** Dates of every node, and what drove each: a link's place, or -1 - the place in DRIVERS. */
export type ForwardDates = {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly driver: Int32Array;
  /** Two tasks whose must-dates no schedule can keep together, or none. */
  contradiction: readonly [number, number] | undefined;
};

type Pass = {
  readonly compiled: CompiledNetwork;
  readonly dates: ForwardDates;
  readonly from: Minute;
  readonly fromBy: number;
  readonly delay: Float64Array | undefined;
  /** The task whose must-date a node's early start comes from, or -1. */
  readonly root: Int32Array;
};

const passParts = ({ compiled, dates }: Pass, node: number): void => {
  let start = Number.POSITIVE_INFINITY;
  let finish = Number.NEGATIVE_INFINITY;
  const last = compiled.incoming[node + 1] as number;
  for (let place = compiled.incoming[node] as number; place < last; place += 1) {
    const part = compiled.linkFrom[compiled.incomingLinks[place] as number] as number;
    start = Math.min(start, dates.start[part] as number);
    finish = Math.max(finish, dates.finish[part] as number);
  }
  dates.start[node] = start;
  dates.finish[node] = finish;
  dates.driver[node] = BY_PARTS;
};

const passFixed = ({ compiled, dates }: Pass, node: number): void => {
  const { kind, calendar, remaining, duration, fixedStart, fixedFinish, progress } = compiled;
  const start = fixedStart[node] as number;
  dates.start[node] = start;
  dates.driver[node] = progress[node] === MANUAL ? BY_MANUAL : BY_ACTUAL;
  if (progress[node] !== STARTED) {
    dates.finish[node] = fixedFinish[node] as number;
    return;
  }
  const runs = kind[node] as number;
  const table = calendar[node] as CalendarTable;
  const status = compiled.network.statusDate;
  const resumed = startFrom(runs, table, status === undefined ? start : Math.max(status, start));
  const left = (status === undefined ? duration[node] : remaining[node]) as number;
  const finish = finishOf(runs, table, [resumed, left]);
  const floor =
    compiled.constraint[node] === FINISH_NO_EARLIER ? (compiled.constraintAt[node] as number) : finish;
  dates.finish[node] = Math.max(finish, floor);
};

/** The start that links, the project and the status date allow; sets the driver. */
const linkedStart = ({ compiled, dates, from, fromBy }: Pass, node: number): Minute => {
  const kind = compiled.kind[node] as number;
  const table = compiled.calendar[node] as CalendarTable;
  const length = compiled.duration[node] as number;
  const successor = { kind, table };
  let start = startFrom(kind, table, from);
  let driver = fromBy;
  const last = compiled.incoming[node + 1] as number;
  for (let place = compiled.incoming[node] as number; place < last; place += 1) {
    const link = compiled.incomingLinks[place] as number;
    const type = compiled.linkType[link] as number;
    const before = compiled.linkFrom[link] as number;
    const at = (type === SS || type === SF ? dates.start[before] : dates.finish[before]) as number;
    const bound = boundAfter(compiled.lagKind[link] as number, compiled.lag[link] as number, [at, successor]);
    const earliest =
      type === FS || type === SS
        ? startFrom(kind, table, bound)
        : earliestStart(kind, table, [bound, length]);
    if (earliest <= start) continue;
    start = earliest;
    driver = link;
  }
  dates.driver[node] = driver;
  return start;
};

/** The start a dated constraint names: what must finish then, or not before, starts its duration earlier. */
const namedStart = (compiled: CompiledNetwork, node: number): Minute => {
  const constraint = compiled.constraint[node] as number;
  const at = compiled.constraintAt[node] as number;
  const kind = compiled.kind[node] as number;
  const table = compiled.calendar[node] as CalendarTable;
  const isOfFinish =
    constraint === FINISH_NO_EARLIER || constraint === FINISH_NO_LATER || constraint === MUST_FINISH;
  return isOfFinish
    ? earliestStart(kind, table, [at, compiled.duration[node] as number])
    : startFrom(kind, table, at);
};

const constrainedStart = (compiled: CompiledNetwork, node: number, linked: Minute): Minute => {
  const named = namedStart(compiled, node);
  const wins = compiled.network.constraintsWin === true;
  switch (compiled.constraint[node]) {
    case START_NO_EARLIER:
    case FINISH_NO_EARLIER:
      return Math.max(linked, named);
    case START_NO_LATER:
    case FINISH_NO_LATER:
      return wins ? Math.min(linked, named) : linked;
    default:
      return wins ? named : Math.max(linked, named);
  }
};

/** Where a must-date stands against what links demand: behind another must-date it cannot be kept at all. */
const noteMust = ({ compiled, dates, root }: Pass, node: number, linked: Minute): void => {
  const driver = dates.driver[node] as number;
  const behind = driver < 0 ? -1 : (root[compiled.linkFrom[driver] as number] as number);
  const isMust = (compiled.constraint[node] as number) >= MUST_START;
  const keeps = isMust && linked <= namedStart(compiled, node);
  if (isMust && !keeps && behind !== -1 && compiled.network.constraintsWin !== true)
    dates.contradiction ??= [behind, node];
  root[node] = keeps ? node : behind;
};

const passOpen = (pass: Pass, node: number): void => {
  const { compiled, dates, delay } = pass;
  const constraint = compiled.constraint[node] as number;
  const linked = linkedStart(pass, node);
  noteMust(pass, node, linked);
  let start = linked;
  if (constraint > LATE) start = constrainedStart(compiled, node, linked);
  if (constraint === LATE && delay !== undefined) start = Math.max(linked, delay[node] as number);
  if (start !== linked) dates.driver[node] = constraint === LATE ? BY_LATE : BY_CONSTRAINT;
  dates.start[node] = start;
  const table = compiled.calendar[node] as CalendarTable;
  const length = compiled.duration[node] as number;
  dates.finish[node] = finishOf(compiled.kind[node] as number, table, [start, length]);
};

/**
 * Earliest dates from a start on. With the late starts of a backward pass, tasks that stand as late as possible start
 * no earlier than those.
 */
export const forwardPass = (
  compiled: CompiledNetwork,
  projectStart: Minute,
  delay?: Float64Array,
): ForwardDates => {
  const { nodes, order, kind, progress, network } = compiled;
  const status = network.statusDate;
  const isLater = status !== undefined && status > projectStart;
  const dates: ForwardDates = {
    start: new Float64Array(nodes),
    finish: new Float64Array(nodes),
    driver: new Int32Array(nodes),
    contradiction: undefined,
  };
  const root = new Int32Array(nodes).fill(-1);
  const from = isLater ? status : projectStart;
  const pass: Pass = { compiled, dates, from, fromBy: isLater ? BY_STATUS : BY_START, delay, root };
  for (let place = 0; place < order.length; place += 1) {
    const node = order[place] as number;
    if (kind[node] === SUMMARY_END) passParts(pass, node);
    else if (progress[node] === OPEN) passOpen(pass, node);
    else passFixed(pass, node);
  }
  return dates;
};
