import { assertDate } from '../../time/local-date.ts';
import { ACTS, after, SITUATIONS, type Act } from './story.ts';
import { ACTORS, demandId, handler, head, person, unit } from './zone.ts';

const { clerk, caller, leader, system } = ACTORS;
const { answeredBy, routedTo, satisfied } = ACTS;
const S = SITUATIONS;
export const power = head('power');
export const worker = handler('power');

/** The same act with other content. */
export const but = (act: Act, other: object): Act => ({ ...act, other: { ...act.other, ...other } });

export const register: Act = { by: clerk, does: 'RegisterDemand' };
export const particulars = {
  title: '停车难',
  text: '员工增至两千五百人，车位不足',
  category: 'parking',
  tags: [],
  territoryId: 'territory-park',
  timesOccurred: 1,
};
export const fill = (change: object): Act => but(register, { particulars: { ...particulars, ...change } });
export const route: Act = routedTo('roads');
export const accept: Act = { by: worker, does: 'AcceptDemand', other: { personId: person('handler-power') } };
export const decline: Act = { by: power, does: 'DeclineDemand' };
export const plan: Act = { by: worker, does: 'MakePlan' };
export const planned = after(S.handling, plan);
export const step = (index: number): Act => {
  const id = planned.demand?.plan?.steps[index]?.stepId;
  return { by: worker, does: 'CompleteStep', other: { stepId: id, note: '', proof: [] } };
};
export const compare: Act = { by: worker, does: 'CompareOptions' };
export const compared = after(S.handling, compare);
export const choose: Act = { by: worker, does: 'ChooseOption' };
export const task = (name: 'power' | 'roads'): Act => ({
  by: worker,
  does: 'GiveTask',
  other: { taskId: `task-${name}`, to: { unitId: unit(name) } },
});
export const twoTasks = after(S.handling, task('power'), task('roads'));
export const finish: Act = {
  by: worker,
  does: 'CompleteTask',
  other: { taskId: 'task-power', note: '好', proof: [] },
};
export const outsideAnswer: Act = { by: clerk, does: 'FileOutsideAnswer' };
export const forwarded: Act = answeredBy('power', 'referredAndAnswered');
export const forward: Act = { ...forwarded, by: clerk };
export const handOverTo = (name: string): Act => ({
  by: power,
  does: 'HandOverDemand',
  other: { to: { unitId: unit('power'), personId: person(name) } },
});
export const instruct: Act = {
  by: leader,
  does: 'GiveInstruction',
  other: { instructionId: 'instruction-1' },
};
export const instructed = after(S.handling, instruct);
export const carryOut: Act = { by: worker, does: 'CarryOutInstruction' };
export const reclassify: Act = { by: clerk, does: 'ReclassifyDemand', other: { urgency: 'urgent' } };
export const pause: Act = { by: worker, does: 'PauseClock' };
export const paused = after(S.handling, pause);
export const ask: Act = { by: worker, does: 'AskExtension' };
export const asked = after(S.handling, ask);
export const grant: Act = { by: clerk, does: 'GrantExtension' };
export const interim: Act = { by: power, does: 'GiveInterimAnswer' };
export const answer: Act = answeredBy('power');
export const content = (change: object): Act =>
  but(answer, { answer: { conclusion: 'solved', text: '答复', conditions: [], files: [], ...change } });
export const submit: Act = { ...answer, by: worker };
export const approve: Act = { by: power, does: 'ApproveAnswer' };
export const call: Act = {
  by: caller,
  does: 'RecordCallBack',
  other: { result: 'unreachable', note: '无人接听' },
};
export const called = after(S.callingBack, call);
export const merge: Act = { by: clerk, does: 'MergeDemand' };
export const determine: Act = { by: leader, does: 'DetermineFinally' };
export const subAdded = after(S.handling, { by: system, does: 'RecordSubDemand' });
export const subClosed: Act = { by: system, does: 'RecordSubDemandClosed' };
export const absorb: Act = { by: system, does: 'AbsorbDemand', other: { from: demandId('x') } };
export const join: Act = { by: system, does: 'JoinPackage' };
export const joined = after(S.registered, join);
export const leave: Act = { by: system, does: 'LeavePackage' };
export const visit: Act = { by: clerk, does: 'RecordReturnVisit' };
export const lacking = after(
  S.handling,
  content({ conclusion: 'conditionsLacking', reviewOn: assertDate('2022-07-15') }),
  { ...satisfied },
);
export const late = after(S.handling, { days: 30 });
export const climb: Act = { by: system, does: 'ClimbLadder' };
export const climbed = after(late, { ...climb, other: { noticeId: 'notice-1' } });
export const firstRung = late.demand && {
  noticeId: 'notice-2',
  step: 'notice',
  promise: 'settle',
  dueAt: late.demand.clocks.settle.dueAt,
};
export const reminded = after(S.handling, { by: clerk, does: 'RemindUnit' });
export const acknowledge: Act = { by: worker, does: 'AcknowledgeNotice' };
export const confide: Act = { by: clerk, does: 'SetConfidential' };
export const confided = after(S.registered, confide);
export const HOUSING = { unitId: unit('housing') };
