import type { DemandCommand, DemandCommandType } from './commands.ts';
import { recordReturnVisit, reopenDemand, reviewConditions } from './commands/aftermath.ts';
import { approveAnswer, giveInterimAnswer, returnAnswer, submitAnswer } from './commands/answer.ts';
import {
  askExtension,
  grantExtension,
  pauseDemandClock,
  reclassifyDemand,
  refuseExtension,
  resumeDemandClock,
} from './commands/clocks.ts';
import { liftConfidentiality, setConfidential } from './commands/confidentiality.ts';
import { concludeConsultation, determineFinally } from './commands/consultation.ts';
import {
  addFollowUp,
  addNote,
  chooseOption,
  compareOptions,
  completeStep,
  formTaskForce,
  makePlan,
  recordContact,
  recordSiteVisit,
  tellEnterprise,
} from './commands/handling.ts';
import { addSupplement, editDemand, registerDemand, settleOnTheSpot } from './commands/intake.ts';
import {
  absorbDemand,
  joinPackage,
  leavePackage,
  linkRecurrence,
  mergeDemand,
  recordSubDemand,
  recordSubDemandClosed,
  withdrawDemand,
} from './commands/links.ts';
import {
  acknowledgeNotice,
  answerSupervisionNotice,
  climbLadder,
  issueSupervisionNotice,
  remindUnit,
} from './commands/notices.ts';
import { fileOutsideAnswer, recallReferral, referDemand } from './commands/referral.ts';
import {
  acceptDemand,
  decideRemit,
  declineDemand,
  handOverDemand,
  markSeen,
  routeDemand,
} from './commands/routing.ts';
import {
  askEnterprise,
  cancelEnterpriseTask,
  cancelTask,
  completeEnterpriseTask,
  completeTask,
  giveTask,
} from './commands/tasks.ts';
import { carryOutInstruction, giveInstruction, reportUpwards } from './commands/upwards.ts';
import { giveVerdict, openCallBack, recordCallBack } from './commands/verdict.ts';
import type { DemandContext } from './context.ts';
import type { CommandRule, DemandDecision } from './rule.ts';
import type { Demand } from './state.ts';

/** Complete: a command type without a rule does not compile. */
export const RULES: { readonly [Type in DemandCommandType]: CommandRule<Type> } = {
  RegisterDemand: registerDemand,
  SettleOnTheSpot: settleOnTheSpot,
  EditDemand: editDemand,
  AddSupplement: addSupplement,
  DecideRemit: decideRemit,
  RouteDemand: routeDemand,
  AcceptDemand: acceptDemand,
  DeclineDemand: declineDemand,
  HandOverDemand: handOverDemand,
  ConcludeConsultation: concludeConsultation,
  RecordContact: recordContact,
  MakePlan: makePlan,
  CompleteStep: completeStep,
  RecordSiteVisit: recordSiteVisit,
  FormTaskForce: formTaskForce,
  CompareOptions: compareOptions,
  ChooseOption: chooseOption,
  AddNote: addNote,
  TellEnterprise: tellEnterprise,
  AddFollowUp: addFollowUp,
  GiveTask: giveTask,
  CompleteTask: completeTask,
  CancelTask: cancelTask,
  AskEnterprise: askEnterprise,
  CompleteEnterpriseTask: completeEnterpriseTask,
  CancelEnterpriseTask: cancelEnterpriseTask,
  ReferDemand: referDemand,
  FileOutsideAnswer: fileOutsideAnswer,
  RecallReferral: recallReferral,
  ReportUpwards: reportUpwards,
  GiveInstruction: giveInstruction,
  CarryOutInstruction: carryOutInstruction,
  MarkSeen: markSeen,
  ReclassifyDemand: reclassifyDemand,
  PauseClock: pauseDemandClock,
  ResumeClock: resumeDemandClock,
  AskExtension: askExtension,
  GrantExtension: grantExtension,
  RefuseExtension: refuseExtension,
  GiveInterimAnswer: giveInterimAnswer,
  SubmitAnswer: submitAnswer,
  ApproveAnswer: approveAnswer,
  ReturnAnswer: returnAnswer,
  GiveVerdict: giveVerdict,
  OpenCallBack: openCallBack,
  RecordCallBack: recordCallBack,
  DetermineFinally: determineFinally,
  WithdrawDemand: withdrawDemand,
  MergeDemand: mergeDemand,
  AbsorbDemand: absorbDemand,
  LinkRecurrence: linkRecurrence,
  JoinPackage: joinPackage,
  LeavePackage: leavePackage,
  RecordSubDemand: recordSubDemand,
  RecordSubDemandClosed: recordSubDemandClosed,
  RecordReturnVisit: recordReturnVisit,
  ReviewConditions: reviewConditions,
  ReopenDemand: reopenDemand,
  ClimbLadder: climbLadder,
  RemindUnit: remindUnit,
  IssueSupervisionNotice: issueSupervisionNotice,
  AnswerSupervisionNotice: answerSupervisionNotice,
  AcknowledgeNotice: acknowledgeNotice,
  SetConfidential: setConfidential,
  LiftConfidentiality: liftConfidentiality,
};

/** Judges a command against the demand; whether the actor may give it is asked before, in permissions.ts. */
export const decide = (
  demand: Demand | undefined,
  command: DemandCommand,
  context: DemandContext,
): DemandDecision => {
  const rule = RULES[command.type] as CommandRule<DemandCommand['type']>;
  return rule.decide(demand, command, context);
};
