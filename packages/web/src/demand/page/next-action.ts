import { DEMAND_CHANGES } from '@xiaoer/contract/demand-commands';
import type { DemandChange } from '@xiaoer/contract/demand-commands';
import type { DemandCommandType } from '@xiaoer/domain/demand/commands';
import type { WorkKind } from '@xiaoer/domain/demand/projections/work-items';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { Status } from '@xiaoer/domain/demand/vocabulary';

/** What most probably comes next in each status; the first that the server allows is the main action. */
const NEXT: Readonly<Record<Status, readonly DemandChange[]>> = {
  registered: ['RouteDemand', 'ReferDemand', 'DecideRemit', 'MarkSeen'],
  consulting: ['ConcludeConsultation', 'DetermineFinally', 'MarkSeen'],
  assigned: ['AcceptDemand', 'CompleteTask', 'CarryOutInstruction', 'RemindUnit', 'MarkSeen'],
  handling: [
    'AnswerSupervisionNotice',
    'ApproveAnswer',
    'GrantExtension',
    'CarryOutInstruction',
    'ResumeClock',
    'RecordContact',
    'MakePlan',
    'CompleteStep',
    'CompleteTask',
    'SubmitAnswer',
    'CompleteEnterpriseTask',
    'RemindUnit',
    'MarkSeen',
    'IssueSupervisionNotice',
  ],
  referred: ['SubmitAnswer', 'FileOutsideAnswer', 'MarkSeen'],
  answered: ['GiveVerdict', 'OpenCallBack', 'MarkSeen'],
  callingBack: ['RecordCallBack', 'MarkSeen'],
  closed: ['RecordReturnVisit', 'ReviewConditions', 'AnswerSupervisionNotice'],
};

/** How soon a command probably comes in this status, the least first. */
export const likelihood = (status: Status): ((type: DemandChange) => number) => {
  const next = NEXT[status];
  return (type) => (next.includes(type) ? next.indexOf(type) : next.length);
};

const isChange = (type: DemandCommandType): type is DemandCommandType & DemandChange =>
  type in DEMAND_CHANGES;

/** The commands a person may send, of all that the server lists. */
export const offered = (actions: readonly DemandCommandType[]): readonly DemandChange[] =>
  actions.filter(isChange);

/** A plan is made once as the next step; later it is one of the others. */
const isDue = (type: DemandChange, demand: Demand): boolean => {
  if (type === 'MakePlan') return demand.plan === undefined;
  if (type === 'CompleteStep') return demand.plan?.steps.some(({ doneAt }) => doneAt === undefined) === true;
  return true;
};

/** The one main action for me, and the others. */
export function nextAction(
  demand: Demand,
  actions: readonly DemandCommandType[],
): { readonly main?: DemandChange; readonly others: readonly DemandChange[] } {
  const all = offered(actions);
  const main = NEXT[demand.status].find((type) => all.includes(type) && isDue(type, demand));
  if (main === undefined) return { others: all };
  return { main, others: all.filter((type) => type !== main) };
}

/** The command that does a piece of work on my desk; none where somebody else must act. */
export const ACTION_OF_WORK: Readonly<Record<WorkKind, DemandChange | undefined>> = {
  route: 'RouteDemand',
  consult: 'ConcludeConsultation',
  accept: 'AcceptDemand',
  contact: 'RecordContact',
  plan: 'MakePlan',
  settle: 'SubmitAnswer',
  approve: 'ApproveAnswer',
  extension: 'GrantExtension',
  step: 'CompleteStep',
  task: 'CompleteTask',
  instruction: 'CarryOutInstruction',
  supervision: 'AnswerSupervisionNotice',
  referral: 'FileOutsideAnswer',
  verdict: undefined,
  enterpriseTask: 'CompleteEnterpriseTask',
  callBack: 'RecordCallBack',
  returnVisit: 'RecordReturnVisit',
  review: 'ReviewConditions',
};
