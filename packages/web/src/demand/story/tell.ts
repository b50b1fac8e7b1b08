import type { DemandEventFields, DemandEventType } from '@xiaoer/domain/demand/events';
import type { Answer, Term, Verdict } from '@xiaoer/domain/demand/parts';
import type { Teller, Told } from './told.ts';

type Tellers = {
  readonly [Type in DemandEventType]: (data: DemandEventFields[Type], w: Teller) => Told;
};

const list = (w: Teller, words: readonly string[]): string => words.join(w.t('join'));

const settleDue = (terms: readonly Term[], w: Teller): string => {
  const term = terms.find(({ promise }) => promise === 'settle') ?? terms[0];
  return term === undefined ? '—' : w.due(term.dueAt);
};

const conditionsOf = ({ conditions }: Answer, w: Teller): string =>
  conditions
    .map(
      ({ condition, answer, remark }) =>
        `\n${w.t('conditionLine', { condition, answer: w.word(`condition.${answer}`) })}${
          remark === '' ? '' : w.t('conditionRemark', { remark })
        }`,
    )
    .join('');

const answerQuote = (answer: Answer, w: Teller): string => answer.text + conditionsOf(answer, w);

const toldVerdict = ({ grade, words, solved, via }: Verdict, w: Teller): Told => ({
  text: w.t('VerdictGiven', {
    grade: w.word(`grade.${grade}`),
    solved: w.word(`solved.${solved}`),
    via: w.word(`via.${via}`),
  }),
  quote: words,
  tone: grade === 'dissatisfied' || grade === 'veryDissatisfied' ? 'soon' : 'fine',
});

const FIELD_LABELS = {
  title: 'title',
  text: 'whatHappened',
  category: 'category',
  tags: 'tags',
  territoryId: 'site',
  siteId: 'site',
  contactId: 'contact',
  lossFenPerOccurrence: 'loss',
  timesOccurred: 'times',
} as const;

/** Every event in plain words; an event without a sentence does not compile. */
export const TELL: Tellers = {
  DemandRegistered: ({ channel, urgency, owner, particulars, files }, w) => ({
    text: w.t('DemandRegistered', {
      channel: w.word(`channel.${channel}`),
      urgency: w.word(`urgency.${urgency}`),
      owner: w.holder(owner),
    }),
    ...(particulars.text === w.asked ? {} : { quote: particulars.text }),
    files,
  }),
  DemandEdited: ({ changes }, w) => ({
    text: w.t('DemandEdited', {
      fields: list(w, [
        ...new Set(
          Object.keys(changes).map((name) =>
            name in FIELD_LABELS ? w.label(FIELD_LABELS[name as keyof typeof FIELD_LABELS]) : name,
          ),
        ),
      ]),
    }),
  }),
  SupplementAdded: ({ text, files }, w) => ({ text: w.t('SupplementAdded'), quote: text, files }),
  RemitDecided: ({ remit, reason }, w) => ({
    text: w.t('RemitDecided', { remit: w.word(`remit.${remit}`) }),
    quote: reason,
  }),
  DemandRouted: ({ lead, note }, w) => ({
    text: w.t('DemandRouted', { lead: w.holder(lead) }),
    quote: note,
  }),
  DemandAccepted: ({ lead }, w) => ({ text: w.t('DemandAccepted', { lead: w.holder(lead) }) }),
  DemandDeclined: ({ unitId, reason }, w) => ({
    text: w.t('DemandDeclined', { unit: w.unit(unitId) }),
    quote: reason,
    tone: 'soon',
  }),
  DemandHandedOver: ({ from, to }, w) => ({
    text: w.t('DemandHandedOver', { from: w.holder(from), to: w.holder(to) }),
  }),
  ConsultationOpened: ({ matter }, w) => ({
    text: w.t('ConsultationOpened', { matter: w.word(`matter.${matter}`) }),
    tone: 'soon',
  }),
  ConsultationConcluded: ({ lead, unitIds, minutes }, w) => ({
    text: w.t('ConsultationConcluded', { lead: w.holder(lead), units: list(w, unitIds.map(w.unit)) }),
    quote: minutes,
  }),
  ContactRecorded: ({ note }, w) => ({ text: w.t('ContactRecorded'), quote: note }),
  PlanMade: ({ summary, steps }, w) => ({
    text: w.t('PlanMade', { count: steps.length }),
    quote: [summary, ...steps.map(({ text, due }, at) => `${at + 1}. ${text} · ${w.day(due)}`)].join('\n'),
  }),
  StepCompleted: ({ stepId, note, proof }, w) => ({
    text: w.t('StepCompleted', { step: w.named(stepId) }),
    quote: note,
    files: proof,
    tone: 'fine',
  }),
  SiteVisited: ({ visitedOn, personIds, findings, files }, w) => ({
    text: w.t('SiteVisited', { day: w.day(visitedOn), people: list(w, personIds.map(w.person)) }),
    quote: findings,
    files,
  }),
  TaskForceFormed: ({ purpose, leaderId, members }, w) => ({
    text: w.t('TaskForceFormed', {
      leader: w.person(leaderId),
      members: list(w, members.map(w.holder)),
    }),
    quote: purpose,
  }),
  OptionsCompared: ({ options }, w) => ({
    text: w.t('OptionsCompared', {
      count: options.length,
      options: list(
        w,
        options.map(({ title }) => title),
      ),
    }),
  }),
  OptionChosen: ({ title, reason }, w) => ({ text: w.t('OptionChosen', { option: title }), quote: reason }),
  NoteAdded: ({ note, files }, w) => ({ text: w.t('NoteAdded'), quote: note, files }),
  EnterpriseTold: ({ text, files }, w) => ({ text: w.t('EnterpriseTold'), quote: text, files }),
  FollowUpAdded: ({ kind, on, text, files }, w) => ({
    text: w.t('FollowUpAdded', { kind: w.word(`followUp.${kind}`), day: w.day(on) }),
    quote: text,
    files,
  }),
  TaskGiven: ({ to, text, due }, w) => ({
    text: w.t('TaskGiven', { to: w.holder(to), due: w.day(due) }),
    quote: text,
  }),
  TaskCompleted: ({ taskId, note, proof }, w) => ({
    text: w.t('TaskCompleted', { task: w.named(taskId) }),
    quote: note,
    files: proof,
    tone: 'fine',
  }),
  TaskCancelled: ({ taskId, reason }, w) => ({
    text: w.t('TaskCancelled', { task: w.named(taskId) }),
    quote: reason,
  }),
  EnterpriseAsked: ({ text, due }, w) => ({
    text: w.t('EnterpriseAsked', { due: w.day(due) }),
    quote: text,
  }),
  EnterpriseTaskCompleted: ({ text, files }, w) => ({
    text: w.t('EnterpriseTaskCompleted'),
    quote: text,
    files,
    tone: 'fine',
  }),
  EnterpriseTaskCancelled: ({ reason }, w) => ({ text: w.t('EnterpriseTaskCancelled'), quote: reason }),
  DemandReferred: ({ body, letterNumber, letter, due }, w) => ({
    text: w.t('DemandReferred', { body: body.name, number: letterNumber, due: w.day(due) }),
    quote: letter,
  }),
  OutsideAnswerFiled: ({ text, via, answeredOn, files }, w) => ({
    text: w.t('OutsideAnswerFiled', { via: w.word(`outsideVia.${via}`), day: w.day(answeredOn) }),
    quote: text,
    files,
  }),
  ReferralRecalled: ({ reason }, w) => ({ text: w.t('ReferralRecalled'), quote: reason }),
  ReportedUpwards: ({ to, text }, w) => ({ text: w.t('ReportedUpwards', { to }), quote: text }),
  InstructionGiven: ({ leaderId, to, text, due }, w) => ({
    text: w.t('InstructionGiven', {
      leader: w.person(leaderId),
      to: to === undefined ? w.t('owner') : w.holder(to),
      due: w.day(due),
    }),
    quote: text,
    tone: 'soon',
  }),
  InstructionCarriedOut: ({ note, proof }, w) => ({
    text: w.t('InstructionCarriedOut'),
    quote: note,
    files: proof,
    tone: 'fine',
  }),
  DemandSeen: ({ personId }, w) => ({ text: w.t('DemandSeen', { person: w.person(personId) }) }),
  DemandReclassified: ({ from, to, reason }, w) => ({
    text: w.t('DemandReclassified', { from: w.word(`urgency.${from}`), to: w.word(`urgency.${to}`) }),
    quote: reason,
    tone: 'soon',
  }),
  ClockPaused: ({ reason, note, proof }, w) => ({
    text: w.t('ClockPaused', { reason: w.pauseWord(reason) }),
    quote: note,
    files: proof,
    tone: 'paused',
  }),
  ClockResumed: ({ note, terms }, w) => ({
    text: w.t('ClockResumed', { due: settleDue(terms, w) }),
    quote: note,
  }),
  ExtensionAsked: ({ workdays, reason }, w) => ({
    text: w.t('ExtensionAsked', { days: workdays }),
    quote: reason,
  }),
  ExtensionGranted: ({ words, term }, w) => ({
    text: w.t('ExtensionGranted', { due: w.due(term.dueAt) }),
    quote: words,
  }),
  ExtensionRefused: ({ reason }, w) => ({ text: w.t('ExtensionRefused'), quote: reason }),
  InterimAnswerGiven: ({ text, completionOn, files }, w) => ({
    text: w.t('InterimAnswerGiven', { day: w.day(completionOn) }),
    quote: text,
    files,
  }),
  AnswerSubmitted: ({ answer, submittedBy }, w) => ({
    text: w.t('AnswerSubmitted', {
      by: w.holder(submittedBy),
      conclusion: w.word(`outcome.${answer.conclusion}`),
    }),
    quote: answerQuote(answer, w),
    files: answer.files,
  }),
  AnswerReturned: ({ reason }, w) => ({ text: w.t('AnswerReturned'), quote: reason, tone: 'soon' }),
  DemandAnswered: ({ answer, answeredBy, verdictDueAt }, w) => ({
    text: w.t('DemandAnswered', {
      by: w.holder(answeredBy),
      conclusion: w.word(`outcome.${answer.conclusion}`),
      due: w.due(verdictDueAt),
    }),
    quote: answerQuote(answer, w),
    files: answer.files,
    tone: 'fine',
  }),
  VerdictGiven: toldVerdict,
  DemandReturned: ({ round, words }, w) => ({
    text: w.t('DemandReturned', { round }),
    quote: words,
    tone: 'late',
  }),
  CallBackOpened: ({ dueAt }, w) => ({ text: w.t('CallBackOpened', { due: w.due(dueAt) }) }),
  CallBackMade: ({ callerId, result, attempt, note }, w) => ({
    text: w.t('CallBackMade', { caller: w.person(callerId), result: w.t(result), attempt }),
    quote: note,
  }),
  DemandClosed: ({ outcome, satisfaction }, w) => ({
    text: w.t('DemandClosed', { outcome: w.word(`outcome.${outcome}`) }),
    ...(satisfaction.kind === 'unreachable' ? { quote: w.t('unreachableClosed') } : {}),
    tone: 'done',
  }),
  DemandWithdrawn: ({ askersWords, proof }, w) => ({
    text: w.t('DemandWithdrawn'),
    quote: askersWords,
    files: proof,
    tone: 'done',
  }),
  DemandMerged: ({ into, reason }, w) => ({
    text: w.t('DemandMerged'),
    quote: reason,
    demandId: into,
    tone: 'done',
  }),
  FinallyDetermined: ({ legalBasis, reasons, files }, w) => ({
    text: w.t('FinallyDetermined'),
    quote: `${w.t('basis', { basis: legalBasis })}\n${reasons}`,
    files,
    tone: 'done',
  }),
  ReturnVisitMade: ({ kind, holds, words }, w) => ({
    text: w.t('ReturnVisitMade', {
      kind: w.word(`returnVisit.${kind}`),
      result: w.t(holds ? 'holds' : 'doesNotHold'),
    }),
    quote: words,
    tone: holds ? 'fine' : 'late',
  }),
  ConditionsReviewed: ({ note, nextOn }, w) => ({
    text: w.t('ConditionsReviewed', { day: w.day(nextOn) }),
    quote: note,
  }),
  DemandReopened: ({ reason }, w) => ({ text: w.t('DemandReopened'), quote: reason, tone: 'soon' }),
  LadderStepReached: ({ step, promise, recipients }, w) => ({
    text: w.t('LadderStepReached', {
      promise: w.word(`promise.${promise}`),
      step: w.word(`ladder.${step}`),
      recipients: list(
        w,
        recipients.map((kind) => w.word(`recipient.${kind}`)),
      ),
    }),
    tone: step === 'notice' ? 'soon' : 'late',
  }),
  ReminderSent: ({ to, text }, w) => ({
    text: w.t('ReminderSent', { to: w.holder(to) }),
    quote: text,
    tone: 'soon',
  }),
  SupervisionNoticeIssued: ({ number, to, text, due }, w) => ({
    text: w.t('SupervisionNoticeIssued', { number, to: w.holder(to), due: w.day(due) }),
    quote: text,
    tone: 'late',
  }),
  SupervisionNoticeAnswered: ({ text, files }, w) => ({
    text: w.t('SupervisionNoticeAnswered'),
    quote: text,
    files,
  }),
  NoticeAcknowledged: ({ personId }, w) => ({
    text: w.t('NoticeAcknowledged', { person: w.person(personId) }),
  }),
  ConfidentialitySet: ({ hiding, reason }, w) => ({
    text: w.t('ConfidentialitySet', {
      who: list(w, [...hiding.unitIds.map(w.unit), ...hiding.personIds.map(w.person)]),
    }),
    quote: reason,
  }),
  ConfidentialityLifted: ({ reason }, w) => ({ text: w.t('ConfidentialityLifted'), quote: reason }),
  DemandAbsorbed: ({ from, timesOccurred }, w) => ({
    text: w.t('DemandAbsorbed', { times: timesOccurred }),
    demandId: from,
  }),
  RecurrenceLinked: ({ to }, w) => ({ text: w.t('RecurrenceLinked'), demandId: to }),
  DemandPackaged: (_data, w) => ({ text: w.t('DemandPackaged') }),
  DemandUnpackaged: ({ reason }, w) => ({
    text: w.t('DemandUnpackaged'),
    ...(reason === undefined ? {} : { quote: reason }),
  }),
  SubDemandAdded: ({ demandId }, w) => ({ text: w.t('SubDemandAdded'), demandId }),
  SubDemandClosed: ({ demandId }, w) => ({ text: w.t('SubDemandClosed'), demandId }),
};
