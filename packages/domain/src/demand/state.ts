import type {
  DemandId,
  EnterpriseId,
  FileId,
  OrganisationId,
  PackageId,
  PersonId,
  ProjectId,
} from '../kernel/ids.ts';
import type { Clock } from '../time/clock.ts';
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
  ReportId,
  Satisfaction,
  Source,
  TaskGiving,
  TaskId,
  Verdict,
} from './parts.ts';
import type { OutwardText } from './texts.ts';
import type {
  Channel,
  Conclusion,
  ConsultationMatter,
  PromiseKind,
  Remit,
  ReturnVisitKind,
  Urgency,
} from './vocabulary.ts';

/** Tasks of units; the clock of the demand does not stand still for them. */
export type Task = TaskGiving & { readonly doneAt?: Instant };

/** What we asked of the enterprise; its clock is apart from ours. */
export type EnterpriseTask = {
  readonly taskId: TaskId;
  readonly text: OutwardText;
  readonly due: LocalDate;
  readonly dueAt: Instant;
  readonly doneAt?: Instant;
};

export type Plan = {
  readonly summary: OutwardText;
  readonly steps: readonly (PlanStep & { readonly doneAt?: Instant })[];
};

export type Comparison = {
  readonly options: readonly Option[];
  readonly chosen?: { readonly optionId: OptionId; readonly reason: OutwardText };
};

export type Instruction = {
  readonly instructionId: InstructionId;
  readonly leaderId: PersonId;
  readonly to?: Holder;
  readonly dueAt: Instant;
  readonly carriedOutAt?: Instant;
};

export type Interim = {
  readonly text: OutwardText;
  readonly completionOn: LocalDate;
  readonly givenAt: Instant;
};

/** A ladder step, a reminder by the desk or a supervision notice, with its receipt. */
export type Notice = {
  readonly noticeId: NoticeId;
  readonly sentAt: Instant;
  readonly acknowledged?: { readonly by: PersonId; readonly at: Instant };
} & (
  | {
      readonly kind: 'ladder';
      readonly step: LadderStep;
      readonly promise: PromiseKind;
      readonly dueAt: Instant;
      readonly recipients: readonly RecipientKind[];
    }
  | { readonly kind: 'reminder'; readonly to: Holder }
  | {
      readonly kind: 'supervision';
      readonly to: Holder;
      readonly number: string;
      readonly dueAt: Instant;
      readonly answeredAt?: Instant;
    }
);

/** What every demand carries, whatever its status. Notes, messages and visits live in the log alone. */
export type DemandCore = {
  readonly id: DemandId;
  readonly number: string;
  readonly registeredAt: Instant;
  readonly channel: Channel;
  readonly source: Source;
  readonly enterpriseId: EnterpriseId;
  readonly projectId?: ProjectId;
  readonly particulars: Particulars;
  readonly urgency: Urgency;
  readonly productionStopped: boolean;
  readonly files: readonly FileId[];
  readonly remit?: Remit;
  readonly hiding?: Hiding;
  /** Answers for the demand now: the first contact until a unit accepts, then whoever accepted. */
  readonly owner: Holder;
  readonly firstContact: Holder;
  /** The unit that leads or led, and its person. */
  readonly lead?: Holder;
  readonly declinedBy: readonly OrganisationId[];
  /** Everyone who handled it: none of them, nor anyone of these units, may make the call-back. */
  readonly handledBy: readonly Holder[];
  readonly clocks: { readonly [Promise in PromiseKind]: Clock };
  readonly pause?: { readonly pauseId: PauseId; readonly reason: string; readonly capAt: Instant };
  readonly extensions: number;
  readonly extensionAsked?: { readonly extensionId: ExtensionId; readonly workdays: number };
  readonly interims: readonly Interim[];
  /** The first answer of any kind, and whether it came before the promise to settle ran out. */
  readonly response?: { readonly at: Instant; readonly inTime: boolean };
  readonly plan?: Plan;
  readonly comparison?: Comparison;
  readonly tasks: readonly Task[];
  readonly enterpriseTasks: readonly EnterpriseTask[];
  readonly reports: readonly ReportId[];
  readonly instructions: readonly Instruction[];
  readonly seenBy: readonly PersonId[];
  readonly notices: readonly Notice[];
  readonly verdicts: readonly Verdict[];
  readonly rejections: number;
  readonly packageId?: PackageId;
  readonly parentId?: DemandId;
  readonly subDemands: readonly { readonly demandId: DemandId; readonly closed: boolean }[];
  readonly absorbed: readonly DemandId[];
  readonly recurrenceOf?: DemandId;
};

export type PendingAnswer = { readonly answer: Answer; readonly by: Holder };

export type Referral = {
  readonly referralId: ReferralId;
  readonly body: OutsideBody;
  readonly letterNumber: string;
  readonly dueAt: Instant;
  readonly outsideAnswer?: OutsideAnswer;
};

/** The answer the asker is asked to judge, and who gave it. */
type Answered = { readonly answer: Answer; readonly answeredBy: Holder; readonly answeredAt: Instant };

/** A demand closes in exactly one of these ways; each carries what makes it lawful. */
export type Closing =
  | {
      readonly outcome: Conclusion;
      readonly answer: Answer;
      readonly satisfaction: Satisfaction;
      readonly returnVisit?: {
        readonly kind: ReturnVisitKind;
        readonly dueAt: Instant;
        readonly madeAt?: Instant;
        readonly holds?: boolean;
      };
      readonly reviewDueAt?: Instant;
    }
  | { readonly outcome: 'withdrawn'; readonly askersWords: OutwardText }
  | { readonly outcome: 'merged'; readonly into: DemandId }
  | {
      readonly outcome: 'finalDetermination';
      readonly legalBasis: OutwardText;
      readonly reasons: OutwardText;
    };

/** Waits for routing; the first contact owns it. */
export type Registered = DemandCore & { readonly status: 'registered' };
/** Waits for a joint consultation to fix the unit. */
export type Consulting = DemandCore & { readonly status: 'consulting'; readonly matter: ConsultationMatter };
/** Routed; waits for the lead unit to accept. `fixed`: a consultation named the unit, which cannot decline. */
export type Assigned = DemandCore & {
  readonly status: 'assigned';
  readonly lead: Holder;
  readonly declineUntil?: Instant;
  readonly fixed: boolean;
};
/** Somebody accepted and is at it. */
export type Handling = DemandCore & {
  readonly status: 'handling';
  readonly lead: Holder & { readonly personId: PersonId };
  readonly pendingAnswer?: PendingAnswer;
};
/** With a body outside, by letter; the owner tracks it. */
export type Referred = DemandCore & {
  readonly status: 'referred';
  readonly referral: Referral;
};
/** Waits for the asker's verdict. */
export type AwaitingVerdict = DemandCore &
  Answered & { readonly status: 'answered'; readonly verdictDueAt: Instant };
/** No verdict came: somebody independent calls. */
export type CallingBack = DemandCore &
  Answered & {
    readonly status: 'callingBack';
    readonly callBackDueAt: Instant;
    readonly attempts: number;
    /** When the last of the attempts was made. */
    readonly attemptedAt?: Instant;
  };
export type Closed = DemandCore & {
  readonly status: 'closed';
  readonly closedAt: Instant;
  readonly closing: Closing;
};

export type Demand =
  | Registered
  | Consulting
  | Assigned
  | Handling
  | Referred
  | AwaitingVerdict
  | CallingBack
  | Closed;

export type DemandIn<Status extends Demand['status']> = Extract<Demand, { readonly status: Status }>;
