import type { Refusal } from '../kernel/refusal.ts';
import type { Hierarchy } from './compile-hierarchy.ts';
import {
  COMPLETE,
  FINISH_NO_LATER,
  LATE,
  MANUAL,
  MILESTONE,
  NONE,
  OPEN,
  SOON,
  START_NO_EARLIER,
  STARTED,
  SUMMARY_END,
} from './compiled-network.ts';
import { compileDuration } from './durations.ts';
import { END_OF_TIME, START_OF_TIME } from './minute.ts';
import { DATED_CONSTRAINTS, type Network, type Task } from './network.ts';
import { refuseTasks, type ScheduleRefusal } from './refusals.ts';

/** Absent, or a whole minute of the years 1 to 9999. */
export const isMinute = (at: number | undefined): boolean =>
  at === undefined || (Number.isSafeInteger(at) && at >= START_OF_TIME && at <= END_OF_TIME);

const inOrder = (from?: number, to?: number): boolean => from === undefined || to === undefined || from <= to;

const hasValidDates = ({ constraint, deadline, actual, manual }: Task): boolean => {
  if (constraint === undefined && deadline === undefined && actual === undefined && manual === undefined)
    return true;
  const dates = [deadline, actual?.start, actual?.finish, manual?.start, manual?.finish];
  if (constraint !== undefined && 'at' in constraint) dates.push(constraint.at);
  const isDated = constraint === undefined || constraint.kind.startsWith('as') || 'at' in constraint;
  return (
    isDated &&
    dates.every(isMinute) &&
    inOrder(actual?.start, actual?.finish) &&
    inOrder(manual?.start, manual?.finish)
  );
};

/** Without a word of its own a task stands early in a plan computed forward, and late in one computed backward. */
const constraintCode = ({ constraint }: Task, direction: Network['direction']): number => {
  if (constraint === undefined) return direction === 'forward' ? SOON : LATE;
  if (constraint.kind === 'asSoonAsPossible') return SOON;
  if (constraint.kind === 'asLateAsPossible') return LATE;
  return LATE + 1 + DATED_CONSTRAINTS.indexOf(constraint.kind);
};

const emptyNodes = (nodes: number) => ({
  nodes,
  kind: new Uint8Array(nodes).fill(MILESTONE),
  duration: new Float64Array(nodes),
  remaining: new Float64Array(nodes),
  constraint: new Uint8Array(nodes),
  constraintAt: new Float64Array(nodes).fill(NONE),
  deadline: new Float64Array(nodes).fill(NONE),
  progress: new Uint8Array(nodes),
  fixedStart: new Float64Array(nodes).fill(NONE),
  fixedFinish: new Float64Array(nodes).fill(NONE),
});
export type Nodes = ReturnType<typeof emptyNodes>;

const remainingOf = ({ actual }: Task, length: number, minutesPerDay: number): number | undefined => {
  if (actual?.remaining !== undefined) return compileDuration(actual.remaining, minutesPerDay)?.length;
  const percent = actual?.percent ?? 0;
  return percent >= 0 && percent <= 100 ? Math.round((length * (100 - percent)) / 100) : undefined;
};

const fillProgress = (nodes: Nodes, place: number, task: Task): void => {
  const { actual, manual } = task;
  nodes.progress[place] = OPEN;
  if (manual !== undefined) nodes.progress[place] = MANUAL;
  if (actual !== undefined) nodes.progress[place] = actual.finish === undefined ? STARTED : COMPLETE;
  nodes.fixedStart[place] = actual?.start ?? manual?.start ?? NONE;
  nodes.fixedFinish[place] = actual?.finish ?? manual?.finish ?? NONE;
};

const fillConstraint = (nodes: Nodes, place: number, [task, code]: readonly [Task, number]): void => {
  nodes.constraint[place] = code;
  if (task.constraint !== undefined && 'at' in task.constraint)
    nodes.constraintAt[place] = task.constraint.at;
};

/** A summary's own dates stand at its ends: what it may not start before, and what it may not finish after. */
const fillSummary = (nodes: Nodes, task: Task, [place, end]: readonly [number, number]): boolean => {
  if (task.actual !== undefined || task.manual !== undefined) return false;
  const kind = task.constraint?.kind ?? 'asSoonAsPossible';
  if (end === -1) return kind === 'asSoonAsPossible';
  nodes.kind[end] = SUMMARY_END;
  nodes.deadline[end] = task.deadline ?? NONE;
  if (kind === 'startNoEarlierThan') fillConstraint(nodes, place, [task, START_NO_EARLIER]);
  if (kind === 'finishNoLaterThan') fillConstraint(nodes, end, [task, FINISH_NO_LATER]);
  return ['asSoonAsPossible', 'startNoEarlierThan', 'finishNoLaterThan'].includes(kind);
};

const fillTask = (nodes: Nodes, task: Task, [place, network]: readonly [number, Network]): boolean => {
  const { minutesPerDay, direction } = network;
  const size = compileDuration(task.duration, minutesPerDay);
  if (size === undefined) return false;
  const remaining = remainingOf(task, size.length, minutesPerDay);
  if (remaining === undefined) return false;
  nodes.kind[place] = size.kind;
  nodes.duration[place] = size.length;
  nodes.remaining[place] = remaining;
  nodes.deadline[place] = task.deadline ?? NONE;
  fillConstraint(nodes, place, [task, constraintCode(task, direction)]);
  fillProgress(nodes, place, task);
  return true;
};

/** What each node is, how long, and what is fixed about it. Refuses dates and durations that are none. */
export const fillNodes = (
  network: Network,
  { summary, end, nodes }: Hierarchy,
): Nodes | Refusal<ScheduleRefusal> => {
  const filled = emptyNodes(nodes);
  for (let place = 0; place < network.tasks.length; place += 1) {
    const task = network.tasks[place] as Task;
    if (!hasValidDates(task)) return refuseTasks('schedule.date-invalid', [task]);
    if (summary[place] === 1) {
      const right = fillSummary(filled, task, [place, end[place] ?? -1]);
      if (!right) return refuseTasks('schedule.summary-invalid', [task]);
    } else if (!fillTask(filled, task, [place, network]))
      return refuseTasks('schedule.duration-invalid', [task]);
  }
  return filled;
};
