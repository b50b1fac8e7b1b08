import type { DemandChange } from '@xiaoer/contract/demand-commands';
import type { Status } from '@xiaoer/domain/demand/vocabulary';
import { likelihood } from './next-action.ts';

export const MATTERS = [
  'handling',
  'answering',
  'enterprise',
  'clock',
  'escalation',
  'routing',
  'closing',
  'record',
] as const;
export type Matter = (typeof MATTERS)[number];

/** What each command is about. Complete: a new command without a matter does not compile. The usual ones first in each. */
const MATTER_OF: Readonly<Record<DemandChange, Matter>> = {
  AcceptDemand: 'handling',
  DeclineDemand: 'handling',
  MakePlan: 'handling',
  CompleteStep: 'handling',
  AddNote: 'handling',
  RecordSiteVisit: 'handling',
  GiveTask: 'handling',
  CompleteTask: 'handling',
  CancelTask: 'handling',
  CompareOptions: 'handling',
  ChooseOption: 'handling',
  FormTaskForce: 'handling',
  AddFollowUp: 'handling',
  SubmitAnswer: 'answering',
  GiveInterimAnswer: 'answering',
  ApproveAnswer: 'answering',
  ReturnAnswer: 'answering',
  RecordContact: 'enterprise',
  TellEnterprise: 'enterprise',
  AskEnterprise: 'enterprise',
  CompleteEnterpriseTask: 'enterprise',
  CancelEnterpriseTask: 'enterprise',
  AddSupplement: 'enterprise',
  PauseClock: 'clock',
  ResumeClock: 'clock',
  AskExtension: 'clock',
  GrantExtension: 'clock',
  RefuseExtension: 'clock',
  ReclassifyDemand: 'clock',
  RemindUnit: 'escalation',
  IssueSupervisionNotice: 'escalation',
  AnswerSupervisionNotice: 'escalation',
  AcknowledgeNotice: 'escalation',
  ReportUpwards: 'escalation',
  GiveInstruction: 'escalation',
  CarryOutInstruction: 'escalation',
  MarkSeen: 'escalation',
  RouteDemand: 'routing',
  DecideRemit: 'routing',
  ReferDemand: 'routing',
  FileOutsideAnswer: 'routing',
  RecallReferral: 'routing',
  ConcludeConsultation: 'routing',
  HandOverDemand: 'routing',
  GiveVerdict: 'closing',
  OpenCallBack: 'closing',
  RecordCallBack: 'closing',
  RecordReturnVisit: 'closing',
  ReviewConditions: 'closing',
  ReopenDemand: 'closing',
  MergeDemand: 'closing',
  DetermineFinally: 'closing',
  WithdrawDemand: 'closing',
  EditDemand: 'record',
  LinkRecurrence: 'record',
  SetConfidential: 'record',
  LiftConfidentiality: 'record',
};

const USUAL = Object.keys(MATTER_OF);

/** The commands parted by what they are about: the matter of the most likely one first, in each the likely ones first. */
export function byMatter(
  status: Status,
  types: readonly DemandChange[],
): readonly { readonly matter: Matter; readonly types: readonly DemandChange[] }[] {
  const likely = likelihood(status);
  const sorted = [...types].sort(
    (one, two) => likely(one) - likely(two) || USUAL.indexOf(one) - USUAL.indexOf(two),
  );
  const groups = MATTERS.map((matter) => ({
    matter,
    types: sorted.filter((type) => MATTER_OF[type] === matter),
  })).filter((group) => group.types.length > 0);
  const first = ({ types: [type] }: (typeof groups)[number]): number =>
    type === undefined ? Number.MAX_SAFE_INTEGER : likely(type);
  return groups.sort((one, two) => first(one) - first(two));
}
