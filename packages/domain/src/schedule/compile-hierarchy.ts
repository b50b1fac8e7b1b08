import type { Refusal } from '../kernel/refusal.ts';
import type { Network, Task } from './network.ts';
import { findCycle, topologicalOrder } from './order.ts';
import { refuseTasks, type ScheduleRefusal } from './refusals.ts';

/** The outline: who stands under whom, and which summaries need an end of their own. */
export type Hierarchy = {
  readonly placeOf: ReadonlyMap<string, number>;
  readonly parent: Int32Array;
  readonly summary: Uint8Array;
  readonly end: Int32Array;
  readonly nodes: number;
  readonly taskOf: (node: number) => number;
};

const placesOf = (network: Network): ReadonlyMap<string, number> | Refusal<ScheduleRefusal> => {
  const placeOf = new Map<string, number>();
  for (let place = 0; place < network.tasks.length; place += 1) {
    const task = network.tasks[place] as Task;
    if (placeOf.has(task.id)) return refuseTasks('schedule.duplicate-task', [task]);
    placeOf.set(task.id, place);
  }
  return placeOf;
};

/** A summary that links, or that carries a date, takes part in the passes; all others are only rolled up. */
const takesPart = ({ tasks, links }: Network, placeOf: ReadonlyMap<string, number>): Uint8Array => {
  const part = new Uint8Array(tasks.length);
  for (const [place, task] of tasks.entries())
    if (task.constraint !== undefined || task.deadline !== undefined) part[place] = 1;
  for (const { from, to } of links) {
    part[placeOf.get(from) ?? 0] = 1;
    part[placeOf.get(to) ?? 0] = 1;
  }
  return part;
};

const outlineCycle = ({ tasks }: Network, parent: Int32Array): Refusal<ScheduleRefusal> | undefined => {
  const children = Int32Array.from(parent.keys()).filter((place) => parent[place] !== -1);
  const graph = { nodes: parent.length, from: children, to: children.map((place) => parent[place] ?? 0) };
  if (topologicalOrder(graph).length === parent.length) return undefined;
  return refuseTasks(
    'schedule.cycle',
    findCycle(graph).map((place) => tasks[place]),
  );
};

/** Reads the outline; refuses ids given twice, unknown parents and tasks that stand under themselves. */
export const hierarchyOf = (network: Network): Hierarchy | Refusal<ScheduleRefusal> => {
  const { tasks } = network;
  const placeOf = placesOf(network);
  if ('code' in placeOf) return placeOf;
  const parent = new Int32Array(tasks.length).fill(-1);
  const summary = new Uint8Array(tasks.length);
  for (let place = 0; place < tasks.length; place += 1) {
    const task = tasks[place] as Task;
    if (task.parentId === undefined) continue;
    const above = placeOf.get(task.parentId);
    if (above === undefined) return refuseTasks('schedule.unknown-parent', [task]);
    parent[place] = above;
    summary[above] = 1;
  }
  const end = new Int32Array(tasks.length).fill(-1);
  const owners: number[] = [];
  if (summary.includes(1)) {
    const cycle = outlineCycle(network, parent);
    if (cycle !== undefined) return cycle;
    const part = takesPart(network, placeOf);
    for (let place = 0; place < tasks.length; place += 1)
      if (summary[place] === 1 && part[place] === 1) end[place] = tasks.length + owners.push(place) - 1;
  }
  const taskOf = (node: number) => (node < tasks.length ? node : (owners[node - tasks.length] ?? -1));
  return { placeOf, parent, summary, end, nodes: tasks.length + owners.length, taskOf };
};
