import type { Network } from './network.ts';
import type { Schedule, ScheduledTask } from './schedule.ts';

const lastToFinish = (tasks: readonly ScheduledTask[]): ScheduledTask | undefined => {
  let last: ScheduledTask | undefined;
  for (const task of tasks)
    if (!task.isSummary && (last === undefined || task.earlyFinish > last.earlyFinish)) last = task;
  return last;
};

/**
 * The chain of tasks that decides the earliest finish, first task first: from the last to finish back along the links
 * that drive it, until something other than a link does.
 */
export const criticalPath = (network: Network, { tasks }: Schedule): readonly ScheduledTask[] => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const path: ScheduledTask[] = [];
  let task = lastToFinish(tasks);
  while (task !== undefined) {
    path.push(task);
    const { drivenBy } = task;
    const before = typeof drivenBy === 'object' ? network.links[drivenBy.link]?.from : undefined;
    task = before === undefined ? undefined : byId.get(before);
  }
  return path.reverse();
};
