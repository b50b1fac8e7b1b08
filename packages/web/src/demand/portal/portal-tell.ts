import type { DemandEventFields, DemandEventType } from '@xiaoer/domain/demand/events';
import type { Term } from '@xiaoer/domain/demand/parts';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Translate } from '../../lib/messages/catalogue.ts';
import type { demandPortal, OutwardType } from '../../lib/messages/zh-CN/demand-portal.ts';
import type { Tone } from '../../ui/tone.ts';
import type { DemandWords } from '../words.ts';

/** Words for the asker; no names are known here but those that the event itself carries. */
export type PortalTeller = DemandWords & {
  readonly t: Translate<typeof demandPortal>;
  readonly day: (day: LocalDate | undefined) => string;
  readonly due: (at: Instant | undefined) => string;
};

export type PortalTold = {
  readonly text: string;
  readonly quote?: string | undefined;
  readonly files?: readonly string[] | undefined;
  readonly tone?: Tone;
  /** Another demand of the asker's that it is about. */
  readonly demandId?: string | undefined;
};

/** The server lets through a part of an event's fields only: all may be missing. */
type Outward<Type extends DemandEventType> = Partial<DemandEventFields[Type]>;
type Tellers = {
  readonly [Type in OutwardType]: (data: Outward<Type>, w: PortalTeller) => PortalTold;
};

const settleDue = (terms: readonly Term[] | undefined): Instant | undefined =>
  (terms?.find(({ promise }) => promise === 'settle') ?? terms?.[0])?.dueAt;

const plain =
  (key: PlainKey) =>
  (_data: unknown, w: PortalTeller): PortalTold => ({ text: w.t(key) });

type PlainKey =
  | 'DemandEdited'
  | 'DemandRouted'
  | 'DemandAccepted'
  | 'DemandHandedOver'
  | 'ConsultationConcluded'
  | 'ContactRecorded'
  | 'StepCompleted'
  | 'ReferralRecalled'
  | 'CallBackOpened'
  | 'DemandPackaged'
  | 'DemandUnpackaged'
  | 'SubDemandAdded'
  | 'SubDemandClosed';

/** Every event that the asker may read about, in words to the asker. */
export const PORTAL_TELL: Tellers = {
  DemandRegistered: (_data, w) => ({ text: w.t('DemandRegistered') }),
  DemandEdited: plain('DemandEdited'),
  SupplementAdded: ({ text, files }, w) => ({ text: w.t('SupplementAdded'), quote: text, files }),
  DemandRouted: plain('DemandRouted'),
  DemandAccepted: plain('DemandAccepted'),
  DemandHandedOver: plain('DemandHandedOver'),
  ConsultationConcluded: plain('ConsultationConcluded'),
  ContactRecorded: plain('ContactRecorded'),
  PlanMade: ({ summary }, w) => ({ text: w.t('PlanMade'), quote: summary }),
  StepCompleted: plain('StepCompleted'),
  SiteVisited: ({ visitedOn }, w) => ({ text: w.t('SiteVisited', { day: w.day(visitedOn) }) }),
  TaskForceFormed: ({ purpose }, w) => ({ text: w.t('TaskForceFormed'), quote: purpose }),
  OptionChosen: ({ title, reason }, w) => ({
    text: w.t('OptionChosen', { option: title ?? '' }),
    quote: reason,
  }),
  EnterpriseTold: ({ text, files }, w) => ({ text: w.t('EnterpriseTold'), quote: text, files }),
  FollowUpAdded: ({ text, files }, w) => ({ text: w.t('FollowUpAdded'), quote: text, files }),
  EnterpriseAsked: ({ text, due }, w) => ({
    text: w.t('EnterpriseAsked', { due: w.day(due) }),
    quote: text,
    tone: 'soon',
  }),
  EnterpriseTaskCompleted: ({ text, files }, w) => ({
    text: w.t('EnterpriseTaskCompleted'),
    quote: text,
    files,
    tone: 'fine',
  }),
  EnterpriseTaskCancelled: ({ reason }, w) => ({ text: w.t('EnterpriseTaskCancelled'), quote: reason }),
  DemandReferred: ({ body, due }, w) => ({
    text: w.t('DemandReferred', { body: body?.name ?? '', due: w.day(due) }),
  }),
  OutsideAnswerFiled: ({ answeredOn }, w) => ({
    text: w.t('OutsideAnswerFiled', { day: w.day(answeredOn) }),
  }),
  ReferralRecalled: plain('ReferralRecalled'),
  DemandReclassified: ({ to = 'general' }, w) => ({
    text: w.t('DemandReclassified', { to: w.word(`urgency.${to}`) }),
  }),
  ClockPaused: ({ reason = '' }, w) => ({
    text: w.t('ClockPaused', { reason: w.pauseWord(reason) }),
    tone: 'paused',
  }),
  ClockResumed: ({ terms }, w) => ({ text: w.t('ClockResumed', { due: w.due(settleDue(terms)) }) }),
  ExtensionGranted: ({ words, term }, w) => ({
    text: w.t('ExtensionGranted', { due: w.due(term?.dueAt) }),
    quote: words,
  }),
  InterimAnswerGiven: ({ text, completionOn, files }, w) => ({
    text: w.t('InterimAnswerGiven', { day: w.day(completionOn) }),
    quote: text,
    files,
  }),
  DemandAnswered: ({ answer }, w) => ({
    text: w.t('DemandAnswered'),
    quote: answer?.text,
    files: answer?.files,
    tone: 'fine',
  }),
  VerdictGiven: ({ grade = 'fair', words }, w) => ({
    text: w.t('VerdictGiven', { grade: w.word(`grade.${grade}`) }),
    quote: words,
  }),
  DemandReturned: ({ round = 1 }, w) => ({ text: w.t('DemandReturned', { round }), tone: 'soon' }),
  CallBackOpened: plain('CallBackOpened'),
  CallBackMade: ({ result = 'reached' }, w) => ({ text: w.t('CallBackMade', { result: w.t(result) }) }),
  DemandClosed: ({ outcome = 'solved' }, w) => ({
    text: w.t('DemandClosed', { outcome: w.word(`outcome.${outcome}`) }),
    tone: 'done',
  }),
  DemandWithdrawn: ({ askersWords }, w) => ({
    text: w.t('DemandWithdrawn'),
    quote: askersWords,
    tone: 'done',
  }),
  DemandMerged: ({ into }, w) => ({ text: w.t('DemandMerged'), demandId: into }),
  FinallyDetermined: ({ legalBasis = '', reasons = '', files }, w) => ({
    text: w.t('FinallyDetermined'),
    quote: `${legalBasis}\n${reasons}`,
    files,
    tone: 'done',
  }),
  ReturnVisitMade: ({ holds = true, words }, w) => ({
    text: w.t('ReturnVisitMade', { result: w.t(holds ? 'holds' : 'doesNotHold') }),
    quote: words,
  }),
  ConditionsReviewed: ({ nextOn }, w) => ({
    text: w.t('ConditionsReviewed', { day: w.day(nextOn) }),
  }),
  DemandReopened: ({ reason }, w) => ({ text: w.t('DemandReopened'), quote: reason, tone: 'soon' }),
  DemandAbsorbed: ({ from }, w) => ({ text: w.t('DemandAbsorbed'), demandId: from }),
  RecurrenceLinked: ({ to }, w) => ({ text: w.t('RecurrenceLinked'), demandId: to }),
  DemandPackaged: plain('DemandPackaged'),
  DemandUnpackaged: plain('DemandUnpackaged'),
  SubDemandAdded: plain('SubDemandAdded'),
  SubDemandClosed: plain('SubDemandClosed'),
};

/** One outward event in words; nothing for a type that has no words for the asker. */
export const portalTold = (
  type: DemandEventType,
  data: Readonly<Record<string, unknown>>,
  teller: PortalTeller,
): PortalTold | undefined => {
  const tell = (PORTAL_TELL as Readonly<Record<string, unknown>>)[type] as
    | ((data: unknown, w: PortalTeller) => PortalTold)
    | undefined;
  return tell?.(data, teller);
};
