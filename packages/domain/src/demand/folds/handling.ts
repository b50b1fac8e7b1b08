import type { Instant } from '../../time/instant.ts';
import type { TaskId } from '../parts.ts';
import { alsoHandledBy, kept, withCore, type Folds } from './fold.ts';

const done = <T extends { readonly taskId: TaskId }>(tasks: readonly T[], taskId: TaskId, doneAt: Instant) =>
  tasks.map((task) => (task.taskId === taskId ? { ...task, doneAt } : task));

const dropped = <T extends { readonly taskId: TaskId }>(tasks: readonly T[], taskId: TaskId) =>
  tasks.filter((task) => task.taskId !== taskId);

/** Notes, messages, visits and follow-ups live in the log: nothing is decided by them. */
export const handlingFolds: Folds<
  | 'ContactRecorded'
  | 'PlanMade'
  | 'StepCompleted'
  | 'SiteVisited'
  | 'TaskForceFormed'
  | 'OptionsCompared'
  | 'OptionChosen'
  | 'NoteAdded'
  | 'EnterpriseTold'
  | 'FollowUpAdded'
  | 'TaskGiven'
  | 'TaskCompleted'
  | 'TaskCancelled'
  | 'EnterpriseAsked'
  | 'EnterpriseTaskCompleted'
  | 'EnterpriseTaskCancelled'
> = {
  ContactRecorded: (demand, { at }) => withCore(demand, { clocks: kept(demand.clocks, at, ['contact']) }),
  PlanMade: (demand, { summary, steps, at }) =>
    withCore(demand, { plan: { summary, steps }, clocks: kept(demand.clocks, at, ['plan']) }),
  StepCompleted: (demand, { stepId, at }) =>
    demand.plan === undefined
      ? demand
      : withCore(demand, {
          plan: {
            ...demand.plan,
            steps: demand.plan.steps.map((step) => (step.stepId === stepId ? { ...step, doneAt: at } : step)),
          },
        }),
  SiteVisited: (demand) => demand,
  TaskForceFormed: (demand) => demand,
  OptionsCompared: (demand, { options }) => withCore(demand, { comparison: { options } }),
  OptionChosen: (demand, { optionId, reason }) =>
    demand.comparison === undefined
      ? demand
      : withCore(demand, { comparison: { ...demand.comparison, chosen: { optionId, reason } } }),
  NoteAdded: (demand) => demand,
  EnterpriseTold: (demand) => demand,
  FollowUpAdded: (demand) => demand,
  TaskGiven: (demand, { taskId, to, text, due, dueAt }) =>
    withCore(demand, {
      tasks: [...demand.tasks, { taskId, to, text, due, dueAt }],
      handledBy: alsoHandledBy(demand, to),
    }),
  TaskCompleted: (demand, { taskId, at }) => withCore(demand, { tasks: done(demand.tasks, taskId, at) }),
  TaskCancelled: (demand, { taskId }) => withCore(demand, { tasks: dropped(demand.tasks, taskId) }),
  EnterpriseAsked: (demand, { taskId, text, due, dueAt }) =>
    withCore(demand, { enterpriseTasks: [...demand.enterpriseTasks, { taskId, text, due, dueAt }] }),
  EnterpriseTaskCompleted: (demand, { taskId, at }) =>
    withCore(demand, { enterpriseTasks: done(demand.enterpriseTasks, taskId, at) }),
  EnterpriseTaskCancelled: (demand, { taskId }) =>
    withCore(demand, { enterpriseTasks: dropped(demand.enterpriseTasks, taskId) }),
};
