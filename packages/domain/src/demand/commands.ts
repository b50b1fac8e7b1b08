import type {
  DemandId,
  EnterpriseId,
  FileId,
  ImportId,
  OrganisationId,
  PackageId,
  PersonId,
  ProjectId,
  TerritoryId,
  VisitId,
} from '../kernel/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { LadderStep } from '../time/ladder.ts';
import type { LocalDate } from '../time/local-date.ts';
import type {
  ExtensionId,
  Hiding,
  Holder,
  InstructionId,
  NoticeId,
  OptionId,
  PauseId,
  ReferralId,
  ReportId,
  SiteId,
  StepId,
  TaskForceMember,
  TaskId,
} from './parts.ts';
import type {
  Channel,
  Conclusion,
  ConditionAnswer,
  Feasibility,
  FollowUpKind,
  OutsideAnswerVia,
  PromiseKind,
  Remit,
  ReturnVisitKind,
  Risk,
  SolvedView,
  Urgency,
  VerdictGrade,
} from './vocabulary.ts';

type Files = readonly FileId[];

/** What a person types when registering or correcting a demand. */
export type ParticularsInput = {
  readonly title: string;
  readonly text: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly territoryId: TerritoryId;
  readonly siteId?: SiteId;
  readonly contactId?: PersonId;
  readonly lossFenPerOccurrence?: number;
  readonly timesOccurred: number;
};

export type RegistrationInput = {
  readonly demandId: DemandId;
  /** The number people quote; minted at the edge. */
  readonly number: string;
  readonly channel: Channel;
  readonly source: {
    readonly reference?: string;
    readonly visitId?: VisitId;
    readonly importId?: ImportId;
    readonly original?: string;
  };
  readonly enterpriseId: EnterpriseId;
  readonly projectId?: ProjectId;
  readonly parentId?: DemandId;
  readonly recurrenceOf?: DemandId;
  readonly particulars: ParticularsInput;
  readonly urgency: Urgency;
  readonly productionStopped: boolean;
  readonly files: Files;
  readonly hiding?: Hiding;
};

export type AnswerInput = {
  readonly conclusion: Conclusion;
  readonly text: string;
  readonly conditions: readonly {
    readonly condition: string;
    readonly answer: ConditionAnswer;
    readonly remark: string;
  }[];
  readonly files: Files;
  readonly reviewOn?: LocalDate;
};

export type VerdictInput = {
  readonly grade: VerdictGrade;
  readonly words: string;
  readonly solved: SolvedView;
};

export type OptionInput = {
  readonly optionId: OptionId;
  readonly title: string;
  readonly costToEnterpriseFen: number;
  readonly days: number;
  readonly feasibility: Feasibility;
  readonly risk: Risk;
  readonly note: string;
};

export type TaskInput = {
  readonly taskId: TaskId;
  readonly to: Holder;
  readonly text: string;
  readonly due: LocalDate;
};

export type PlanStepInput = { readonly stepId: StepId; readonly text: string; readonly due: LocalDate };

/** Ids are minted at the edge; the demand meant is named by the envelope (only registering carries its id). */
export type DemandCommandFields = {
  // Intake
  RegisterDemand: RegistrationInput;
  SettleOnTheSpot: RegistrationInput & {
    readonly remit: Remit;
    readonly answer: AnswerInput;
    readonly verdict: VerdictInput;
  };
  EditDemand: { readonly changes: Partial<ParticularsInput> };
  AddSupplement: { readonly text: string; readonly files: Files };

  // Routing
  DecideRemit: { readonly remit: Remit; readonly reason: string };
  RouteDemand: { readonly lead: Holder; readonly coHandlers: readonly TaskInput[]; readonly note: string };
  AcceptDemand: { readonly personId: PersonId };
  DeclineDemand: { readonly reason: string };
  HandOverDemand: { readonly to: Holder & { readonly personId: PersonId } };

  // Consultation
  ConcludeConsultation: {
    readonly heldOn: LocalDate;
    readonly unitIds: readonly OrganisationId[];
    readonly minutes: string;
    readonly lead: Holder;
  };

  // Handling
  RecordContact: { readonly note: string };
  MakePlan: { readonly summary: string; readonly steps: readonly PlanStepInput[] };
  CompleteStep: { readonly stepId: StepId; readonly note: string; readonly proof: Files };
  RecordSiteVisit: {
    readonly visitedOn: LocalDate;
    readonly personIds: readonly PersonId[];
    readonly findings: string;
    readonly files: Files;
    readonly visitId?: VisitId;
  };
  FormTaskForce: {
    readonly purpose: string;
    readonly leaderId: PersonId;
    readonly members: readonly TaskForceMember[];
  };
  CompareOptions: { readonly options: readonly OptionInput[] };
  ChooseOption: { readonly optionId: OptionId; readonly reason: string };
  AddNote: { readonly note: string; readonly files: Files };
  TellEnterprise: { readonly text: string; readonly files: Files };
  AddFollowUp: {
    readonly kind: FollowUpKind;
    readonly on: LocalDate;
    readonly text: string;
    readonly files: Files;
  };

  // Tasks
  GiveTask: TaskInput;
  CompleteTask: { readonly taskId: TaskId; readonly note: string; readonly proof: Files };
  CancelTask: { readonly taskId: TaskId; readonly reason: string };
  AskEnterprise: { readonly taskId: TaskId; readonly text: string; readonly due: LocalDate };
  CompleteEnterpriseTask: { readonly taskId: TaskId; readonly text: string; readonly files: Files };
  CancelEnterpriseTask: { readonly taskId: TaskId; readonly reason: string };

  // Referral to a body outside
  ReferDemand: {
    readonly referralId: ReferralId;
    readonly body: { readonly name: string; readonly organisationId?: OrganisationId };
    readonly letterNumber: string;
    readonly letter: string;
    readonly due: LocalDate;
  };
  FileOutsideAnswer: {
    readonly text: string;
    readonly via: OutsideAnswerVia;
    readonly answeredOn: LocalDate;
    readonly files: Files;
  };
  RecallReferral: { readonly reason: string };

  // Upwards
  ReportUpwards: { readonly reportId: ReportId; readonly to: string; readonly text: string };
  GiveInstruction: {
    readonly instructionId: InstructionId;
    readonly reportId?: ReportId;
    /** Whose instruction it is: the leader's own, or the one a desk files from paper. */
    readonly leaderId: PersonId;
    readonly to?: Holder;
    readonly text: string;
    readonly documentNumber?: string;
    readonly due: LocalDate;
  };
  CarryOutInstruction: {
    readonly instructionId: InstructionId;
    readonly note: string;
    readonly proof: Files;
  };
  MarkSeen: object;

  // Clocks
  ReclassifyDemand: {
    readonly urgency: Urgency;
    readonly productionStopped: boolean;
    readonly reason: string;
  };
  PauseClock: {
    readonly pauseId: PauseId;
    readonly reason: string;
    readonly note: string;
    readonly proof: Files;
  };
  ResumeClock: { readonly note: string };
  AskExtension: {
    readonly extensionId: ExtensionId;
    readonly workdays: number;
    readonly reason: string;
  };
  GrantExtension: { readonly words: string };
  RefuseExtension: { readonly reason: string };

  // Answer
  GiveInterimAnswer: { readonly text: string; readonly completionOn: LocalDate; readonly files: Files };
  SubmitAnswer: { readonly answer: AnswerInput };
  ApproveAnswer: object;
  ReturnAnswer: { readonly reason: string };

  // Verdict
  GiveVerdict: VerdictInput;
  OpenCallBack: object;
  RecordCallBack:
    | { readonly result: 'reached'; readonly verdict: VerdictInput; readonly note: string }
    | { readonly result: 'unreachable'; readonly note: string };
  DetermineFinally: { readonly legalBasis: string; readonly reasons: string; readonly files: Files };

  // Ending otherwise, links
  WithdrawDemand: { readonly askersWords: string; readonly proof: Files };
  MergeDemand: { readonly into: DemandId; readonly reason: string };
  AbsorbDemand: { readonly from: DemandId; readonly timesOccurred: number };
  LinkRecurrence: { readonly to: DemandId };
  JoinPackage: { readonly packageId: PackageId };
  LeavePackage: { readonly packageId: PackageId; readonly reason: string };
  RecordSubDemand: { readonly demandId: DemandId };
  RecordSubDemandClosed: { readonly demandId: DemandId };

  // After closing
  RecordReturnVisit: {
    readonly kind: ReturnVisitKind;
    readonly holds: boolean;
    readonly words: string;
    readonly note: string;
  };
  ReviewConditions: { readonly note: string; readonly nextOn: LocalDate };
  ReopenDemand: { readonly reason: string };

  // Ladder, reminders, supervision
  ClimbLadder: {
    readonly noticeId: NoticeId;
    readonly step: LadderStep;
    readonly promise: PromiseKind;
    /** The due time the step was planned for: a step planned before the due moved is refused. */
    readonly dueAt: Instant;
  };
  RemindUnit: { readonly noticeId: NoticeId; readonly text: string };
  IssueSupervisionNotice: {
    readonly noticeId: NoticeId;
    readonly number: string;
    readonly text: string;
    readonly due: LocalDate;
  };
  AnswerSupervisionNotice: { readonly noticeId: NoticeId; readonly text: string; readonly files: Files };
  AcknowledgeNotice: { readonly noticeId: NoticeId };

  // Confidentiality
  SetConfidential: { readonly hiding: Hiding; readonly reason: string };
  LiftConfidentiality: { readonly reason: string };
};

export const COMMAND_TYPES = [
  'RegisterDemand',
  'SettleOnTheSpot',
  'EditDemand',
  'AddSupplement',
  'DecideRemit',
  'RouteDemand',
  'AcceptDemand',
  'DeclineDemand',
  'HandOverDemand',
  'ConcludeConsultation',
  'RecordContact',
  'MakePlan',
  'CompleteStep',
  'RecordSiteVisit',
  'FormTaskForce',
  'CompareOptions',
  'ChooseOption',
  'AddNote',
  'TellEnterprise',
  'AddFollowUp',
  'GiveTask',
  'CompleteTask',
  'CancelTask',
  'AskEnterprise',
  'CompleteEnterpriseTask',
  'CancelEnterpriseTask',
  'ReferDemand',
  'FileOutsideAnswer',
  'RecallReferral',
  'ReportUpwards',
  'GiveInstruction',
  'CarryOutInstruction',
  'MarkSeen',
  'ReclassifyDemand',
  'PauseClock',
  'ResumeClock',
  'AskExtension',
  'GrantExtension',
  'RefuseExtension',
  'GiveInterimAnswer',
  'SubmitAnswer',
  'ApproveAnswer',
  'ReturnAnswer',
  'GiveVerdict',
  'OpenCallBack',
  'RecordCallBack',
  'DetermineFinally',
  'WithdrawDemand',
  'MergeDemand',
  'AbsorbDemand',
  'LinkRecurrence',
  'JoinPackage',
  'LeavePackage',
  'RecordSubDemand',
  'RecordSubDemandClosed',
  'RecordReturnVisit',
  'ReviewConditions',
  'ReopenDemand',
  'ClimbLadder',
  'RemindUnit',
  'IssueSupervisionNotice',
  'AnswerSupervisionNotice',
  'AcknowledgeNotice',
  'SetConfidential',
  'LiftConfidentiality',
] as const satisfies readonly (keyof DemandCommandFields)[];

export type DemandCommandType = (typeof COMMAND_TYPES)[number];
export type DemandCommandOf<Type extends DemandCommandType> = {
  readonly type: Type;
} & DemandCommandFields[Type];
export type DemandCommand = { [Type in DemandCommandType]: DemandCommandOf<Type> }[DemandCommandType];
