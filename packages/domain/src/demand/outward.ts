import type { Instant } from '../time/instant.ts';
import type { DemandEventFields, DemandEventType } from './events.ts';
import type { RecordedDemandEvent } from './evolve.ts';
import type { HoldsInternalText } from './texts.ts';

/** Fields of an event that cannot carry internal text at any depth: only these may be listed below. */
type OutwardFieldOf<Type extends DemandEventType> = {
  [Field in keyof DemandEventFields[Type]]-?: [HoldsInternalText<DemandEventFields[Type][Field]>] extends [
    false,
  ]
    ? Field
    : never;
}[keyof DemandEventFields[Type]];

/**
 * What the asker sees of the log: field by field, and nothing that is not listed. `hidden`: not even that it happened.
 * Proof, units' declines, reminders, notices and everything about who may not know stay inside.
 */
export const OUTWARD_FIELDS: {
  readonly [Type in DemandEventType]: readonly OutwardFieldOf<Type>[] | 'hidden';
} = {
  DemandRegistered: ['number', 'channel', 'particulars', 'urgency', 'productionStopped', 'files'],
  DemandEdited: ['changes'],
  SupplementAdded: ['text', 'files'],
  RemitDecided: 'hidden',
  DemandRouted: ['lead'],
  DemandAccepted: ['lead'],
  DemandDeclined: 'hidden',
  DemandHandedOver: ['to'],
  ConsultationOpened: 'hidden',
  ConsultationConcluded: ['lead'],
  ContactRecorded: [],
  PlanMade: ['summary', 'steps'],
  StepCompleted: ['stepId'],
  SiteVisited: ['visitedOn'],
  TaskForceFormed: ['purpose'],
  OptionsCompared: 'hidden',
  OptionChosen: ['title', 'reason'],
  NoteAdded: 'hidden',
  EnterpriseTold: ['text', 'files'],
  FollowUpAdded: ['kind', 'on', 'text', 'files'],
  TaskGiven: 'hidden',
  TaskCompleted: 'hidden',
  TaskCancelled: 'hidden',
  EnterpriseAsked: ['taskId', 'text', 'due', 'dueAt'],
  EnterpriseTaskCompleted: ['taskId', 'text', 'files'],
  EnterpriseTaskCancelled: ['taskId', 'reason'],
  DemandReferred: ['body', 'due'],
  OutsideAnswerFiled: ['answeredOn'],
  ReferralRecalled: [],
  ReportedUpwards: 'hidden',
  InstructionGiven: 'hidden',
  InstructionCarriedOut: 'hidden',
  DemandSeen: 'hidden',
  DemandReclassified: ['to', 'productionStopped', 'terms'],
  ClockPaused: ['reason'],
  ClockResumed: ['terms'],
  ExtensionAsked: 'hidden',
  ExtensionGranted: ['words', 'term'],
  ExtensionRefused: 'hidden',
  InterimAnswerGiven: ['text', 'completionOn', 'files'],
  AnswerSubmitted: 'hidden',
  AnswerReturned: 'hidden',
  DemandAnswered: ['answer', 'answeredBy', 'verdictDueAt'],
  VerdictGiven: ['grade', 'words', 'solved', 'via'],
  DemandReturned: ['round', 'words', 'terms'],
  CallBackOpened: [],
  CallBackMade: ['result', 'attempt'],
  DemandClosed: ['outcome', 'answer', 'satisfaction'],
  DemandWithdrawn: ['askersWords'],
  DemandMerged: ['into'],
  FinallyDetermined: ['legalBasis', 'reasons', 'files'],
  ReturnVisitMade: ['kind', 'holds', 'words'],
  ConditionsReviewed: ['nextOn'],
  DemandReopened: ['reason', 'terms'],
  LadderStepReached: 'hidden',
  ReminderSent: 'hidden',
  SupervisionNoticeIssued: 'hidden',
  SupervisionNoticeAnswered: 'hidden',
  NoticeAcknowledged: 'hidden',
  ConfidentialitySet: 'hidden',
  ConfidentialityLifted: 'hidden',
  DemandAbsorbed: ['from'],
  RecurrenceLinked: ['to'],
  DemandPackaged: ['packageId'],
  DemandUnpackaged: ['packageId'],
  SubDemandAdded: ['demandId'],
  SubDemandClosed: ['demandId'],
};

/** An event as the asker may see it: its type, its moment and the fields listed for it. */
export type OutwardEvent = {
  readonly type: DemandEventType;
  readonly at: Instant;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Portal, exports to the asker and notifications all go through here; undefined when hidden. */
export const outwardEvent = (event: RecordedDemandEvent): OutwardEvent | undefined => {
  const listed: readonly string[] | 'hidden' = OUTWARD_FIELDS[event.type];
  if (listed === 'hidden') return undefined;
  const fields = Object.fromEntries(Object.entries(event).filter(([key]) => listed.includes(key)));
  return { type: event.type, at: event.at, fields };
};
