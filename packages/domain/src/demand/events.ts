import type { DemandId, FileId, OrganisationId, PackageId, PersonId, VisitId } from '../kernel/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { LadderStep, RecipientKind } from '../time/ladder.ts';
import type { LocalDate } from '../time/local-date.ts';
import type {
  Answer,
  ExtensionId,
  Hiding,
  Holder,
  InstructionId,
  NoticeId,
  Option,
  OptionId,
  OutsideAnswer,
  OutsideBody,
  Particulars,
  PauseId,
  PlanStep,
  ReferralId,
  Registration,
  ReportId,
  Satisfaction,
  StepId,
  TaskForceMember,
  TaskGiving,
  TaskId,
  Term,
  Verdict,
} from './parts.ts';
import type { InternalText, OutwardText } from './texts.ts';
import type {
  Conclusion,
  ConsultationMatter,
  FollowUpKind,
  PromiseKind,
  Remit,
  ReturnVisitKind,
  Urgency,
} from './vocabulary.ts';

/** Every computed moment (terms, `...At`, `...Until`) is in the event: the fold knows no calendar. */
export type DemandEventFields = {
  // Intake
  DemandRegistered: Registration & {
    readonly owner: Holder;
    readonly terms: Readonly<Record<PromiseKind, Term>>;
    readonly hiding?: Hiding;
  };
  DemandEdited: { readonly changes: Partial<Particulars> };
  SupplementAdded: { readonly text: OutwardText; readonly files: readonly FileId[] };

  // Routing
  RemitDecided: { readonly remit: Remit; readonly reason: InternalText };
  DemandRouted: { readonly lead: Holder; readonly note: InternalText; readonly declineUntil: Instant };
  DemandAccepted: { readonly lead: Holder & { readonly personId: PersonId } };
  DemandDeclined: { readonly unitId: OrganisationId; readonly reason: InternalText };
  DemandHandedOver: { readonly from: Holder; readonly to: Holder & { readonly personId: PersonId } };

  // Consultation
  ConsultationOpened: { readonly matter: ConsultationMatter };
  ConsultationConcluded: {
    readonly heldOn: LocalDate;
    readonly unitIds: readonly OrganisationId[];
    readonly minutes: InternalText;
    readonly lead: Holder;
  };

  // Handling
  ContactRecorded: { readonly note: InternalText };
  PlanMade: { readonly summary: OutwardText; readonly steps: readonly PlanStep[] };
  StepCompleted: { readonly stepId: StepId; readonly note: InternalText; readonly proof: readonly FileId[] };
  SiteVisited: {
    readonly visitedOn: LocalDate;
    readonly personIds: readonly PersonId[];
    readonly findings: InternalText;
    readonly files: readonly FileId[];
    readonly visitId?: VisitId;
  };
  TaskForceFormed: {
    readonly purpose: OutwardText;
    readonly leaderId: PersonId;
    readonly members: readonly TaskForceMember[];
  };
  OptionsCompared: { readonly options: readonly Option[] };
  OptionChosen: { readonly optionId: OptionId; readonly title: OutwardText; readonly reason: OutwardText };
  NoteAdded: { readonly note: InternalText; readonly files: readonly FileId[] };
  EnterpriseTold: { readonly text: OutwardText; readonly files: readonly FileId[] };
  FollowUpAdded: {
    readonly kind: FollowUpKind;
    readonly on: LocalDate;
    readonly text: OutwardText;
    readonly files: readonly FileId[];
  };

  // Tasks
  TaskGiven: TaskGiving;
  TaskCompleted: { readonly taskId: TaskId; readonly note: InternalText; readonly proof: readonly FileId[] };
  TaskCancelled: { readonly taskId: TaskId; readonly reason: InternalText };
  EnterpriseAsked: {
    readonly taskId: TaskId;
    readonly text: OutwardText;
    readonly due: LocalDate;
    readonly dueAt: Instant;
  };
  EnterpriseTaskCompleted: {
    readonly taskId: TaskId;
    readonly text: OutwardText;
    readonly files: readonly FileId[];
  };
  EnterpriseTaskCancelled: { readonly taskId: TaskId; readonly reason: OutwardText };

  // Referral to a body outside
  DemandReferred: {
    readonly referralId: ReferralId;
    readonly body: OutsideBody;
    readonly letterNumber: string;
    readonly letter: InternalText;
    readonly due: LocalDate;
    readonly dueAt: Instant;
    /** Our own settle term, which reaches at least as far as the letter's. */
    readonly term: Term;
  };
  OutsideAnswerFiled: { readonly referralId: ReferralId } & OutsideAnswer;
  ReferralRecalled: { readonly referralId: ReferralId; readonly reason: InternalText };

  // Upwards
  ReportedUpwards: { readonly reportId: ReportId; readonly to: InternalText; readonly text: InternalText };
  InstructionGiven: {
    readonly instructionId: InstructionId;
    readonly reportId?: ReportId;
    readonly leaderId: PersonId;
    readonly to?: Holder;
    readonly text: InternalText;
    readonly documentNumber?: string;
    readonly due: LocalDate;
    readonly dueAt: Instant;
  };
  InstructionCarriedOut: {
    readonly instructionId: InstructionId;
    readonly note: InternalText;
    readonly proof: readonly FileId[];
  };
  DemandSeen: { readonly personId: PersonId };

  // Clocks
  DemandReclassified: {
    readonly from: Urgency;
    readonly to: Urgency;
    readonly productionStopped: boolean;
    readonly reason: InternalText;
    readonly terms: readonly Term[];
  };
  ClockPaused: {
    readonly pauseId: PauseId;
    readonly reason: string;
    readonly note: InternalText;
    readonly proof: readonly FileId[];
    readonly capAt: Instant;
  };
  ClockResumed: {
    readonly pauseId: PauseId;
    readonly note: InternalText;
    readonly terms: readonly Term[];
  };
  ExtensionAsked: {
    readonly extensionId: ExtensionId;
    readonly workdays: number;
    readonly reason: InternalText;
  };
  ExtensionGranted: {
    readonly extensionId: ExtensionId;
    readonly words: OutwardText;
    readonly term: Term;
  };
  ExtensionRefused: { readonly extensionId: ExtensionId; readonly reason: InternalText };

  // Answer
  InterimAnswerGiven: {
    readonly text: OutwardText;
    readonly completionOn: LocalDate;
    readonly files: readonly FileId[];
    readonly term: Term;
  };
  AnswerSubmitted: { readonly answer: Answer; readonly submittedBy: Holder };
  AnswerReturned: { readonly reason: InternalText };
  DemandAnswered: { readonly answer: Answer; readonly answeredBy: Holder; readonly verdictDueAt: Instant };

  // Verdict
  VerdictGiven: Verdict;
  DemandReturned: { readonly round: number; readonly words: OutwardText; readonly terms: readonly Term[] };
  CallBackOpened: { readonly dueAt: Instant };
  CallBackMade: {
    readonly callerId: PersonId;
    readonly result: 'reached' | 'unreachable';
    readonly attempt: number;
    readonly note: InternalText;
  };

  // Closing: each way has its own event
  DemandClosed: {
    /** The answer's conclusion, corrected by what the asker says of it. */
    readonly outcome: Conclusion;
    readonly answer: Answer;
    readonly satisfaction: Satisfaction;
    readonly returnVisit?: { readonly kind: ReturnVisitKind; readonly dueAt: Instant };
    readonly reviewDueAt?: Instant;
  };
  DemandWithdrawn: { readonly askersWords: OutwardText; readonly proof: readonly FileId[] };
  DemandMerged: { readonly into: DemandId; readonly reason: InternalText };
  FinallyDetermined: {
    readonly legalBasis: OutwardText;
    readonly reasons: OutwardText;
    readonly files: readonly FileId[];
  };

  // After closing
  ReturnVisitMade: {
    readonly kind: ReturnVisitKind;
    readonly holds: boolean;
    readonly words: OutwardText;
    readonly note: InternalText;
  };
  ConditionsReviewed: { readonly note: InternalText; readonly nextOn: LocalDate; readonly nextAt: Instant };
  DemandReopened: { readonly reason: OutwardText; readonly terms: readonly Term[] };

  // Ladder, reminders, supervision
  LadderStepReached: {
    readonly noticeId: NoticeId;
    readonly step: LadderStep;
    readonly promise: PromiseKind;
    readonly dueAt: Instant;
    /** Kinds of people; who they are on the day is looked up when the notice is delivered. */
    readonly recipients: readonly RecipientKind[];
  };
  ReminderSent: { readonly noticeId: NoticeId; readonly to: Holder; readonly text: InternalText };
  SupervisionNoticeIssued: {
    readonly noticeId: NoticeId;
    readonly number: string;
    readonly to: Holder;
    readonly text: InternalText;
    readonly due: LocalDate;
    readonly dueAt: Instant;
  };
  SupervisionNoticeAnswered: {
    readonly noticeId: NoticeId;
    readonly text: InternalText;
    readonly files: readonly FileId[];
  };
  NoticeAcknowledged: { readonly noticeId: NoticeId; readonly personId: PersonId };

  // Confidentiality
  ConfidentialitySet: { readonly hiding: Hiding; readonly reason: InternalText };
  ConfidentialityLifted: { readonly reason: InternalText };

  // Links
  DemandAbsorbed: { readonly from: DemandId; readonly timesOccurred: number };
  RecurrenceLinked: { readonly to: DemandId };
  DemandPackaged: { readonly packageId: PackageId };
  /** The first of them were told no reason. */
  DemandUnpackaged: { readonly packageId: PackageId; readonly reason?: InternalText };
  SubDemandAdded: { readonly demandId: DemandId };
  SubDemandClosed: { readonly demandId: DemandId };
};

export const EVENT_TYPES = [
  'DemandRegistered',
  'DemandEdited',
  'SupplementAdded',
  'RemitDecided',
  'DemandRouted',
  'DemandAccepted',
  'DemandDeclined',
  'DemandHandedOver',
  'ConsultationOpened',
  'ConsultationConcluded',
  'ContactRecorded',
  'PlanMade',
  'StepCompleted',
  'SiteVisited',
  'TaskForceFormed',
  'OptionsCompared',
  'OptionChosen',
  'NoteAdded',
  'EnterpriseTold',
  'FollowUpAdded',
  'TaskGiven',
  'TaskCompleted',
  'TaskCancelled',
  'EnterpriseAsked',
  'EnterpriseTaskCompleted',
  'EnterpriseTaskCancelled',
  'DemandReferred',
  'OutsideAnswerFiled',
  'ReferralRecalled',
  'ReportedUpwards',
  'InstructionGiven',
  'InstructionCarriedOut',
  'DemandSeen',
  'DemandReclassified',
  'ClockPaused',
  'ClockResumed',
  'ExtensionAsked',
  'ExtensionGranted',
  'ExtensionRefused',
  'InterimAnswerGiven',
  'AnswerSubmitted',
  'AnswerReturned',
  'DemandAnswered',
  'VerdictGiven',
  'DemandReturned',
  'CallBackOpened',
  'CallBackMade',
  'DemandClosed',
  'DemandWithdrawn',
  'DemandMerged',
  'FinallyDetermined',
  'ReturnVisitMade',
  'ConditionsReviewed',
  'DemandReopened',
  'LadderStepReached',
  'ReminderSent',
  'SupervisionNoticeIssued',
  'SupervisionNoticeAnswered',
  'NoticeAcknowledged',
  'ConfidentialitySet',
  'ConfidentialityLifted',
  'DemandAbsorbed',
  'RecurrenceLinked',
  'DemandPackaged',
  'DemandUnpackaged',
  'SubDemandAdded',
  'SubDemandClosed',
] as const satisfies readonly (keyof DemandEventFields)[];

export type DemandEventType = (typeof EVENT_TYPES)[number];
export type DemandEventOf<Type extends DemandEventType> = { readonly type: Type } & DemandEventFields[Type];
export type DemandEvent = { [Type in DemandEventType]: DemandEventOf<Type> }[DemandEventType];

/** Raised when the meaning of a payload changes; the log keeps it beside each event. */
export const DEMAND_EVENT_SCHEMA = 1;
