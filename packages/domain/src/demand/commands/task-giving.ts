import { endOfDay } from '../../time/instant.ts';
import type { TaskInput } from '../commands.ts';
import type { DemandEventOf } from '../events.ts';
import { when, type DemandRefusal } from '../rule.ts';
import { internal } from '../texts.ts';

export const taskGiven = ({ taskId, to, text, due }: TaskInput): DemandEventOf<'TaskGiven'> => ({
  type: 'TaskGiven',
  taskId,
  to,
  text: internal(text),
  due,
  dueAt: endOfDay(due),
});

/** Ids are minted at the edge: one used twice would make two things one. */
export const repeatedId = (ids: readonly string[]): DemandRefusal | undefined =>
  when(new Set(ids).size < ids.length, 'demand.id-reused');
