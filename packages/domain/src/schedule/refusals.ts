import { refused } from '../kernel/decision.ts';
import type { Task } from './network.ts';

/** Why a network cannot be computed. `facts.tasks` names the tasks, `facts.ids` their ids. */
export const SCHEDULE_REFUSALS = [
  'schedule.no-anchor',
  'schedule.duplicate-task',
  'schedule.unknown-task',
  'schedule.unknown-parent',
  'schedule.unknown-calendar',
  'schedule.calendar-without-work',
  'schedule.calendar-invalid',
  'schedule.duration-invalid',
  'schedule.date-invalid',
  'schedule.summary-invalid',
  'schedule.cycle',
  'schedule.constraints-contradict',
  'schedule.outside-coverage',
  'schedule.out-of-range',
] as const;
export type ScheduleRefusal = (typeof SCHEDULE_REFUSALS)[number];

const NAMED = 20;
/** A refusal that names tasks: the first twenty, and how many there are. */
export const refuseTasks = (code: ScheduleRefusal, tasks: readonly (Task | undefined)[]) => {
  const named = tasks.filter((task) => task !== undefined).slice(0, NAMED);
  const facts = { tasks: named.map(({ name }) => name), ids: named.map(({ id }) => id), count: tasks.length };
  return refused(code, facts).refusal;
};
