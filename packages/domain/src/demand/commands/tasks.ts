import { hasRole } from '../../access/actor.ts';
import { endOfDay } from '../../time/instant.ts';
import { actingPerson, actingUnits, holderRefusal, pastRefusal, textRefusal } from '../checks.ts';
import type { DemandContext } from '../context.ts';
import { accept, onDemand, refusal, unless, when } from '../rule.ts';
import type { DemandCore, EnterpriseTask, Task } from '../state.ts';
import { internal, outward } from '../texts.ts';
import { ACTIVE_STATUSES, OPEN_STATUSES } from '../vocabulary.ts';
import { repeatedId, taskGiven } from './task-giving.ts';

const isOpen = (task: Task | EnterpriseTask): boolean => task.doneAt === undefined;

/** Whose unit it is, or the desk for a unit that reports on paper. */
const isMine = (context: DemandContext, task: Task): boolean =>
  hasRole(context.actor, 'desk') ||
  actingUnits(context).includes(task.to.unitId) ||
  (task.to.personId !== undefined && task.to.personId === actingPerson(context));

const openTasks = ({ tasks }: DemandCore): readonly Task[] => tasks.filter(isOpen);
const openEnterpriseTasks = ({ enterpriseTasks }: DemandCore) => enterpriseTasks.filter(isOpen);

export const giveTask = onDemand('GiveTask', {
  from: ['assigned', 'handling'],
  decide: (demand, command, context) =>
    unless(
      [
        holderRefusal(context, command.to, demand.hiding),
        textRefusal(context, { field: 'text', text: command.text, kind: 'note' }),
        pastRefusal(context, 'due', command.due),
        repeatedId([...demand.tasks.map(({ taskId }) => taskId), command.taskId]),
      ],
      () => accept(taskGiven(command)),
    ),
});

export const completeTask = onDemand('CompleteTask', {
  from: ACTIVE_STATUSES,
  blocked: (demand, context) =>
    when(!openTasks(demand).some((task) => isMine(context, task)), 'demand.no-open-task'),
  decide: (demand, { taskId, note, proof }, context) => {
    const task = openTasks(demand).find((open) => open.taskId === taskId);
    return unless(
      [
        when(task === undefined, 'demand.task-unknown'),
        when(task !== undefined && !isMine(context, task), 'demand.task-not-yours'),
        textRefusal(context, { field: 'note', text: note, kind: 'note' }),
      ],
      () => accept({ type: 'TaskCompleted', taskId, note: internal(note), proof }),
    );
  },
});

export const cancelTask = onDemand('CancelTask', {
  from: ACTIVE_STATUSES,
  blocked: (demand) => when(openTasks(demand).length === 0, 'demand.no-open-task'),
  decide: (demand, { taskId, reason }, context) =>
    unless(
      [
        when(!openTasks(demand).some((task) => task.taskId === taskId), 'demand.task-unknown'),
        textRefusal(context, { field: 'reason', text: reason, kind: 'note' }),
      ],
      () => accept({ type: 'TaskCancelled', taskId, reason: internal(reason) }),
    ),
});

/** What the enterprise has to do itself; its clock is apart from ours. */
export const askEnterprise = onDemand('AskEnterprise', {
  from: ACTIVE_STATUSES,
  decide: (demand, { taskId, text, due }, context) =>
    unless(
      [
        textRefusal(context, { field: 'text', text, kind: 'text' }),
        pastRefusal(context, 'due', due),
        repeatedId([...demand.enterpriseTasks.map((task) => task.taskId), taskId]),
      ],
      () => accept({ type: 'EnterpriseAsked', taskId, text: outward(text), due, dueAt: endOfDay(due) }),
    ),
});

export const completeEnterpriseTask = onDemand('CompleteEnterpriseTask', {
  from: OPEN_STATUSES,
  blocked: (demand) => when(openEnterpriseTasks(demand).length === 0, 'demand.no-open-task'),
  decide: (demand, { taskId, text, files }, context) =>
    unless(
      [
        when(!openEnterpriseTasks(demand).some((task) => task.taskId === taskId), 'demand.task-unknown'),
        textRefusal(context, { field: 'text', text, kind: 'text', optional: true }),
      ],
      () => accept({ type: 'EnterpriseTaskCompleted', taskId, text: outward(text), files }),
    ),
});

export const cancelEnterpriseTask = onDemand('CancelEnterpriseTask', {
  from: OPEN_STATUSES,
  blocked: (demand) => when(openEnterpriseTasks(demand).length === 0, 'demand.no-open-task'),
  decide: (demand, { taskId, reason }, context) =>
    unless(
      [
        when(!openEnterpriseTasks(demand).some((task) => task.taskId === taskId), 'demand.task-unknown'),
        textRefusal(context, { field: 'reason', text: reason, kind: 'words' }),
      ],
      () => accept({ type: 'EnterpriseTaskCancelled', taskId, reason: outward(reason) }),
    ),
});

/** Work that others still owe: no answer may be given before it is done or cancelled. */
export const openWorkRefusal = (demand: DemandCore) => {
  const open = openTasks(demand).length;
  if (open > 0) return refusal('demand.tasks-open', { open });
  if (demand.instructions.some(({ carriedOutAt }) => carriedOutAt === undefined)) {
    return refusal('demand.instruction-open');
  }
  return when(
    demand.subDemands.some(({ closed }) => !closed),
    'demand.sub-demands-open',
  );
};
