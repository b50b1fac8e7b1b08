import type {
  DemandId,
  EnterpriseId,
  FileId,
  ImportId,
  Id,
  OrganisationId,
  PersonId,
  ProjectId,
  TerritoryId,
  VisitId,
} from '../kernel/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { Limit } from '../time/limits.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { InternalText, OutwardText } from './texts.ts';
import type {
  Channel,
  ConditionAnswer,
  Conclusion,
  Feasibility,
  OutsideAnswerVia,
  PromiseKind,
  Risk,
  SolvedView,
  Urgency,
  VerdictGrade,
  VerdictVia,
} from './vocabulary.ts';

export type SiteId = Id<'site'>;
export type TaskId = Id<'demandTask'>;
export type StepId = Id<'planStep'>;
export type OptionId = Id<'option'>;
export type PauseId = Id<'pause'>;
export type ExtensionId = Id<'extension'>;
export type ReferralId = Id<'referral'>;
export type ReportId = Id<'report'>;
export type InstructionId = Id<'instruction'>;
export type NoticeId = Id<'notice'>;

/** A unit, and the person in it when one is named. */
export type Holder = { readonly unitId: OrganisationId; readonly personId?: PersonId };

/** How it came in: sheet or document number, the visit it was found on, the message as it was pasted. */
export type Source = {
  readonly reference?: string;
  readonly visitId?: VisitId;
  /** The sheet it came in with. */
  readonly importId?: ImportId;
  readonly original?: InternalText;
};

/** What the demand is about; the part a correction may change without touching any due time. */
export type Particulars = {
  readonly title: OutwardText;
  readonly text: OutwardText;
  readonly category: string;
  readonly tags: readonly string[];
  readonly territoryId: TerritoryId;
  readonly siteId?: SiteId;
  readonly contactId?: PersonId;
  readonly lossFenPerOccurrence?: number;
  readonly timesOccurred: number;
};

export type Registration = {
  readonly demandId: DemandId;
  readonly number: string;
  readonly channel: Channel;
  readonly source: Source;
  readonly enterpriseId: EnterpriseId;
  readonly projectId?: ProjectId;
  readonly parentId?: DemandId;
  readonly recurrenceOf?: DemandId;
  readonly particulars: Particulars;
  readonly urgency: Urgency;
  readonly productionStopped: boolean;
  readonly files: readonly FileId[];
};

/** One promise with its limit as it was configured when made, and the moments computed from it. */
export type Term = {
  readonly promise: PromiseKind;
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly yellowAt: Instant;
  readonly dueAt: Instant;
};

/** Hidden from these: they see neither the demand nor that it exists. */
export type Hiding = { readonly unitIds: readonly OrganisationId[]; readonly personIds: readonly PersonId[] };

export type PlanStep = {
  readonly stepId: StepId;
  readonly text: OutwardText;
  readonly due: LocalDate;
  readonly dueAt: Instant;
};

export type Option = {
  readonly optionId: OptionId;
  readonly title: OutwardText;
  readonly costToEnterpriseFen: number;
  readonly days: number;
  readonly feasibility: Feasibility;
  readonly risk: Risk;
  readonly note: InternalText;
};

/** One row of the small table an answer may hold: a condition of a policy, and whether the asker meets it. */
export type ConditionRow = {
  readonly condition: OutwardText;
  readonly answer: ConditionAnswer;
  readonly remark: OutwardText;
};

export type Answer = {
  readonly conclusion: Conclusion;
  readonly text: OutwardText;
  readonly conditions: readonly ConditionRow[];
  readonly files: readonly FileId[];
  /** Present exactly when the conclusion is `conditionsLacking`: when it is looked at again. */
  readonly reviewOn?: LocalDate;
};

export type Verdict = {
  readonly grade: VerdictGrade;
  readonly words: OutwardText;
  readonly solved: SolvedView;
  readonly via: VerdictVia;
};

/** What the record says about the asker's satisfaction when a demand closes on an answer. */
export type Satisfaction =
  | ({ readonly kind: 'verdict' } & Verdict)
  | { readonly kind: 'unreachable'; readonly attempts: number };

export type OutsideBody = { readonly name: OutwardText; readonly organisationId?: OrganisationId };

export type OutsideAnswer = {
  readonly text: InternalText;
  readonly via: OutsideAnswerVia;
  readonly answeredOn: LocalDate;
  readonly files: readonly FileId[];
};

export type TaskForceMember = Holder & { readonly personId: PersonId };

/** A co-handler's, or the lead's own, piece of work as routing or handling gives it. */
export type TaskGiving = {
  readonly taskId: TaskId;
  readonly to: Holder;
  readonly text: InternalText;
  readonly due: LocalDate;
  readonly dueAt: Instant;
};
