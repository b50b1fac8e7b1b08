import type { DaysOff } from './days-off.ts';
import { daysOffBetween } from './days-off.ts';
import type { Driver } from './forward-pass.ts';
import { closedDayOf, dayOf, type Minute } from './minute.ts';
import type { Constraint, Link, Network, Task } from './network.ts';
import type { Schedule, ScheduledTask } from './schedule.ts';

/** Why a task cannot start (or, for a link to its finish, end) earlier. */
export type Reason =
  | { readonly kind: 'link'; readonly link: Link; readonly predecessor: Task; readonly at: Minute }
  | { readonly kind: 'constraint'; readonly constraint: Constraint }
  | { readonly kind: Exclude<Driver, 'constraint'> };

/** One task of the chain, and the days off that lie between what it waits for and its finish. */
export type Step = {
  readonly task: Task;
  readonly start: Minute;
  readonly finish: Minute;
  readonly reason: Reason;
  readonly daysOff: readonly DaysOff[];
};

type Found = {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly dates: ReadonlyMap<string, ScheduledTask>;
};

const linkReason = (link: Link, { tasks, dates }: Found): Reason | undefined => {
  const predecessor = tasks.get(link.from);
  const date = dates.get(link.from);
  if (predecessor === undefined || date === undefined) return undefined;
  const at = link.type.startsWith('F') ? date.earlyFinish : date.earlyStart;
  return { kind: 'link', link, predecessor, at };
};

const reasonOf = (task: Task, network: Network, found: Found): Reason => {
  const drivenBy = found.dates.get(task.id)?.drivenBy ?? 'projectStart';
  if (typeof drivenBy === 'object') {
    const link = network.links[drivenBy.link];
    return (link && linkReason(link, found)) ?? { kind: 'projectStart' };
  }
  if (drivenBy !== 'constraint') return { kind: drivenBy };
  return task.constraint === undefined
    ? { kind: 'projectStart' }
    : { kind: 'constraint', constraint: task.constraint };
};

/** A summary ends when its last part does: the chain goes on there. */
const lastPart = (summary: Task, { tasks, dates }: Found): Task | undefined => {
  let last: Task | undefined;
  for (const task of tasks.values()) {
    if (task.parentId !== summary.id) continue;
    const finish = dates.get(task.id)?.earlyFinish ?? 0;
    if (last === undefined || finish > (dates.get(last.id)?.earlyFinish ?? 0)) last = task;
  }
  return last;
};

/** The nearest summary above that is held back by something of its own. */
const holder = (task: Task, { tasks, dates }: Found): Task | undefined => {
  let above = task.parentId === undefined ? undefined : tasks.get(task.parentId);
  while (above?.parentId !== undefined && dates.get(above.id)?.drivenBy === 'parts')
    above = tasks.get(above.parentId);
  return above;
};

type Place = { readonly task: Task; readonly reason: Reason };

const stepOf = ({ task, reason }: Place, network: Network, { dates }: Found): Step | undefined => {
  const date = dates.get(task.id);
  const calendar = network.calendars.find(({ id }) => id === (task.calendarId ?? network.calendarId));
  if (date === undefined || calendar === undefined) return undefined;
  const from = reason.kind === 'link' ? Math.min(reason.at, date.earlyStart) : date.earlyStart;
  const daysOff = daysOffBetween(calendar, dayOf(from), closedDayOf(date.earlyFinish));
  return { task, start: date.earlyStart, finish: date.earlyFinish, reason, daysOff };
};

/** Where the chain goes on, and why there: a summary waited for ends with its last part; one that holds back is held itself. */
const placeBefore = ({ task, reason }: Place, network: Network, found: Found): Place | undefined => {
  const own = (next: Task | undefined) => next && { task: next, reason: reasonOf(next, network, found) };
  if (reason.kind === 'summary') return own(holder(task, found));
  const before = reason.kind === 'parts' ? lastPart(task, found) : undefined;
  const next = reason.kind === 'link' ? reason.predecessor : before;
  if (next === undefined) return undefined;
  return found.dates.get(next.id)?.isSummary === true ? { task: next, reason: { kind: 'parts' } } : own(next);
};

/**
 * Why a task's early dates are what they are: the chain of what drives them, first cause first, the task itself last.
 * Empty for a task that is not there.
 */
export const explain = (network: Network, schedule: Schedule, taskId: string): readonly Step[] => {
  const found: Found = {
    tasks: new Map(network.tasks.map((task) => [task.id, task])),
    dates: new Map(schedule.tasks.map((task) => [task.id, task])),
  };
  const chain: Step[] = [];
  const asked = found.tasks.get(taskId);
  let place: Place | undefined = asked && { task: asked, reason: reasonOf(asked, network, found) };
  while (place !== undefined) {
    const step = stepOf(place, network, found);
    if (step === undefined) break;
    chain.push(step);
    place = placeBefore(place, network, found);
  }
  return chain.reverse();
};
