import { REFUSAL_CODES } from '@xiaoer/domain/demand/refusals';
import {
  FOLLOW_UP_KINDS,
  OUTSIDE_ANSWER_VIAS,
  RETURN_VISIT_KINDS,
  URGENCIES,
} from '@xiaoer/domain/demand/vocabulary';
import { z } from 'zod';
import {
  answer,
  files,
  hiding,
  holder,
  namedHolder,
  optionInput,
  particularsShape,
  planStepInput,
  registrationShape,
  remark,
  remit,
  taskInput,
  verdict,
} from './demand-parts.ts';
import { BODY, idOf, localDate, NAME, SENTENCE, text, written } from './primitives.ts';
import { route } from './route.ts';

const nothing = z.strictObject({});

export const registerDemand = route({
  method: 'POST',
  path: '/api/demands',
  summary:
    'Register a demand. Whoever registers it, or looks after the enterprise that does, is its first contact until a unit accepts.',
  access: { auth: 'session', rule: 'RegisterDemand' },
  body: z.strictObject(registrationShape),
  response: written,
  status: 201,
  problems: ['access.forbidden', ...REFUSAL_CODES],
});

export const settleOnTheSpot = route({
  method: 'POST',
  path: '/api/demands/settled',
  summary: 'Register, answer and record the verdict in one go.',
  access: { auth: 'session', rule: 'SettleOnTheSpot' },
  body: z.strictObject({ ...registrationShape, remit, answer, verdict }),
  response: written,
  status: 201,
  problems: ['access.forbidden', ...REFUSAL_CODES],
});

const change = <Body extends z.ZodType>(
  rule: string,
  { verb, summary, body }: { verb: string; summary: string; body: Body },
) =>
  route({
    method: 'POST',
    path: `/api/demands/{id}/${verb}` as const,
    summary,
    access: { auth: 'session', rule },
    params: z.strictObject({ id: idOf<'demand'>() }),
    body,
    response: written,
    ifMatch: true,
    problems: ['request.not-found', 'access.forbidden', ...REFUSAL_CODES],
  });

const reason = text(BODY);
const note = remark;
const proof = files;

/** Every command on an existing demand that a person may send, by its type. Ids it needs are minted by the server. */
export const DEMAND_CHANGES = {
  EditDemand: change('EditDemand', {
    verb: 'edit',
    summary: 'Correct what was registered; no due time moves.',
    body: z.strictObject({ changes: z.strictObject(particularsShape).partial() }),
  }),
  AddSupplement: change('AddSupplement', {
    verb: 'supplement',
    summary: 'The asker adds to the demand.',
    body: z.strictObject({ text: text(BODY), files }),
  }),
  DecideRemit: change('DecideRemit', {
    verb: 'decide-remit',
    summary: 'Decide whether it lies within our own remit.',
    body: z.strictObject({ remit, reason }),
  }),
  RouteDemand: change('RouteDemand', {
    verb: 'route',
    summary: 'Route it to a lead unit, with tasks for co-handlers.',
    body: z.strictObject({ lead: holder, coHandlers: z.array(taskInput).max(20).default([]), note }),
  }),
  AcceptDemand: change('AcceptDemand', {
    verb: 'accept',
    summary: 'The unit accepts and names who handles it.',
    body: z.strictObject({ personId: idOf<'person'>() }),
  }),
  DeclineDemand: change('DeclineDemand', {
    verb: 'decline',
    summary: 'The unit declines with a reason, within its limit.',
    body: z.strictObject({ reason }),
  }),
  HandOverDemand: change('HandOverDemand', {
    verb: 'hand-over',
    summary: 'Somebody else takes over.',
    body: z.strictObject({ to: namedHolder }),
  }),
  ConcludeConsultation: change('ConcludeConsultation', {
    verb: 'conclude-consultation',
    summary: 'The joint consultation fixes the unit.',
    body: z.strictObject({
      heldOn: localDate,
      unitIds: z.array(idOf<'organisation'>()).min(1).max(50),
      minutes: text(BODY),
      lead: holder,
    }),
  }),
  RecordContact: change('RecordContact', {
    verb: 'record-contact',
    summary: 'The asker was contacted.',
    body: z.strictObject({ note: text(BODY) }),
  }),
  MakePlan: change('MakePlan', {
    verb: 'make-plan',
    summary: 'Say how it will be settled, step by step.',
    body: z.strictObject({ summary: text(BODY), steps: z.array(planStepInput).min(1).max(50) }),
  }),
  CompleteStep: change('CompleteStep', {
    verb: 'complete-step',
    summary: 'A step of the plan is done.',
    body: z.strictObject({ stepId: idOf<'planStep'>(), note, proof }),
  }),
  RecordSiteVisit: change('RecordSiteVisit', {
    verb: 'record-site-visit',
    summary: 'Somebody went to see.',
    body: z.strictObject({
      visitedOn: localDate,
      personIds: z.array(idOf<'person'>()).min(1).max(50),
      findings: text(BODY),
      files,
      visitId: idOf<'visit'>().optional(),
    }),
  }),
  FormTaskForce: change('FormTaskForce', {
    verb: 'form-task-force',
    summary: 'Several units work on it together.',
    body: z.strictObject({
      purpose: text(SENTENCE),
      leaderId: idOf<'person'>(),
      members: z.array(namedHolder).min(1).max(50),
    }),
  }),
  CompareOptions: change('CompareOptions', {
    verb: 'compare-options',
    summary: 'Set options side by side.',
    body: z.strictObject({ options: z.array(optionInput).min(2).max(10) }),
  }),
  ChooseOption: change('ChooseOption', {
    verb: 'choose-option',
    summary: 'Choose one option with the reason.',
    body: z.strictObject({ optionId: idOf<'option'>(), reason }),
  }),
  AddNote: change('AddNote', {
    verb: 'add-note',
    summary: 'An internal note; the asker never reads it.',
    body: z.strictObject({ note: text(BODY), files }),
  }),
  TellEnterprise: change('TellEnterprise', {
    verb: 'tell-enterprise',
    summary: 'Tell the asker how it stands.',
    body: z.strictObject({ text: text(BODY), files }),
  }),
  AddFollowUp: change('AddFollowUp', {
    verb: 'add-follow-up',
    summary: 'What came of it later.',
    body: z.strictObject({ kind: z.enum(FOLLOW_UP_KINDS), on: localDate, text: text(BODY), files }),
  }),
  GiveTask: change('GiveTask', { verb: 'give-task', summary: 'Give a unit a task.', body: taskInput }),
  CompleteTask: change('CompleteTask', {
    verb: 'complete-task',
    summary: 'A task is done.',
    body: z.strictObject({ taskId: idOf<'demandTask'>(), note, proof }),
  }),
  CancelTask: change('CancelTask', {
    verb: 'cancel-task',
    summary: 'A task is no longer needed.',
    body: z.strictObject({ taskId: idOf<'demandTask'>(), reason }),
  }),
  AskEnterprise: change('AskEnterprise', {
    verb: 'ask-enterprise',
    summary: 'Ask something of the enterprise, on a clock of its own.',
    body: z.strictObject({ text: text(BODY), due: localDate }),
  }),
  CompleteEnterpriseTask: change('CompleteEnterpriseTask', {
    verb: 'complete-enterprise-task',
    summary: 'The enterprise did what was asked.',
    body: z.strictObject({ taskId: idOf<'demandTask'>(), text: text(BODY), files }),
  }),
  CancelEnterpriseTask: change('CancelEnterpriseTask', {
    verb: 'cancel-enterprise-task',
    summary: 'What was asked of the enterprise is no longer needed.',
    body: z.strictObject({ taskId: idOf<'demandTask'>(), reason }),
  }),
  ReferDemand: change('ReferDemand', {
    verb: 'refer',
    summary: 'Refer it to a body outside by liaison letter.',
    body: z.strictObject({
      body: z.strictObject({ name: text(NAME), organisationId: idOf<'organisation'>().optional() }),
      letterNumber: text(80),
      letter: text(BODY),
      due: localDate,
    }),
  }),
  FileOutsideAnswer: change('FileOutsideAnswer', {
    verb: 'file-outside-answer',
    summary: "File the other body's answer.",
    body: z.strictObject({
      text: text(BODY),
      via: z.enum(OUTSIDE_ANSWER_VIAS),
      answeredOn: localDate,
      files,
    }),
  }),
  RecallReferral: change('RecallReferral', {
    verb: 'recall-referral',
    summary: 'Take the referral back.',
    body: z.strictObject({ reason }),
  }),
  ReportUpwards: change('ReportUpwards', {
    verb: 'report-upwards',
    summary: 'Report a matter above us.',
    body: z.strictObject({ to: text(NAME), text: text(BODY) }),
  }),
  GiveInstruction: change('GiveInstruction', {
    verb: 'give-instruction',
    summary: "Record a leader's instruction.",
    body: z.strictObject({
      reportId: idOf<'report'>().optional(),
      leaderId: idOf<'person'>(),
      to: holder.optional(),
      text: text(BODY),
      documentNumber: text(80).optional(),
      due: localDate,
    }),
  }),
  CarryOutInstruction: change('CarryOutInstruction', {
    verb: 'carry-out-instruction',
    summary: 'An instruction was carried out.',
    body: z.strictObject({ instructionId: idOf<'instruction'>(), note, proof }),
  }),
  MarkSeen: change('MarkSeen', { verb: 'mark-seen', summary: 'A leader has seen it.', body: nothing }),
  ReclassifyDemand: change('ReclassifyDemand', {
    verb: 'reclassify',
    summary: 'Change the urgency with a reason; new limits apply.',
    body: z.strictObject({ urgency: z.enum(URGENCIES), productionStopped: z.boolean(), reason }),
  }),
  PauseClock: change('PauseClock', {
    verb: 'pause',
    summary: 'Pause the clock for a configured reason.',
    body: z.strictObject({ reason: text(40), note, proof }),
  }),
  ResumeClock: change('ResumeClock', {
    verb: 'resume',
    summary: 'The clock runs again.',
    body: z.strictObject({ note }),
  }),
  AskExtension: change('AskExtension', {
    verb: 'ask-extension',
    summary: 'Ask for more time.',
    body: z.strictObject({ workdays: z.number().int().min(1).max(365), reason }),
  }),
  GrantExtension: change('GrantExtension', {
    verb: 'grant-extension',
    summary: 'Grant the time asked for.',
    body: z.strictObject({ words: text(BODY) }),
  }),
  RefuseExtension: change('RefuseExtension', {
    verb: 'refuse-extension',
    summary: 'Refuse the time asked for.',
    body: z.strictObject({ reason }),
  }),
  GiveInterimAnswer: change('GiveInterimAnswer', {
    verb: 'give-interim-answer',
    summary: 'Tell the asker by when it will be complete.',
    body: z.strictObject({ text: text(BODY), completionOn: localDate, files }),
  }),
  SubmitAnswer: change('SubmitAnswer', {
    verb: 'submit-answer',
    summary: "Submit the answer; the unit's head approves where the zone wants it.",
    body: z.strictObject({ answer }),
  }),
  ApproveAnswer: change('ApproveAnswer', {
    verb: 'approve-answer',
    summary: 'Approve the answer.',
    body: nothing,
  }),
  ReturnAnswer: change('ReturnAnswer', {
    verb: 'return-answer',
    summary: 'Send the answer back to its writer.',
    body: z.strictObject({ reason }),
  }),
  GiveVerdict: change('GiveVerdict', {
    verb: 'give-verdict',
    summary: "The asker's own verdict.",
    body: verdict,
  }),
  OpenCallBack: change('OpenCallBack', {
    verb: 'open-call-back',
    summary: 'Call the asker back.',
    body: nothing,
  }),
  RecordCallBack: change('RecordCallBack', {
    verb: 'record-call-back',
    summary: 'Record a call-back made by somebody independent.',
    body: z.discriminatedUnion('result', [
      z.strictObject({ result: z.literal('reached'), verdict, note }),
      z.strictObject({ result: z.literal('unreachable'), note }),
    ]),
  }),
  DetermineFinally: change('DetermineFinally', {
    verb: 'determine-finally',
    summary: 'Final determination with its legal basis.',
    body: z.strictObject({ legalBasis: text(BODY), reasons: text(BODY), files }),
  }),
  WithdrawDemand: change('WithdrawDemand', {
    verb: 'withdraw',
    summary: "Withdraw it, in the asker's words.",
    body: z.strictObject({ askersWords: text(BODY), proof }),
  }),
  MergeDemand: change('MergeDemand', {
    verb: 'merge',
    summary: 'Merge it into another demand of the same enterprise.',
    body: z.strictObject({ into: idOf<'demand'>(), reason }),
  }),
  LinkRecurrence: change('LinkRecurrence', {
    verb: 'link-recurrence',
    summary: 'Link it to the closed case that recurs.',
    body: z.strictObject({ to: idOf<'demand'>() }),
  }),
  RecordReturnVisit: change('RecordReturnVisit', {
    verb: 'record-return-visit',
    summary: 'Look again some days after closing.',
    body: z.strictObject({ kind: z.enum(RETURN_VISIT_KINDS), holds: z.boolean(), words: remark, note }),
  }),
  ReviewConditions: change('ReviewConditions', {
    verb: 'review-conditions',
    summary: 'Look again whether the conditions are met by now.',
    body: z.strictObject({ note: text(BODY), nextOn: localDate }),
  }),
  ReopenDemand: change('ReopenDemand', {
    verb: 'reopen',
    summary: 'Open it again.',
    body: z.strictObject({ reason }),
  }),
  RemindUnit: change('RemindUnit', {
    verb: 'remind',
    summary: 'The desk reminds the unit.',
    body: z.strictObject({ text: text(SENTENCE) }),
  }),
  IssueSupervisionNotice: change('IssueSupervisionNotice', {
    verb: 'issue-supervision-notice',
    summary: 'Issue a supervision notice; its number stands for it alone.',
    body: z.strictObject({ number: text(80), text: text(BODY), due: localDate }),
  }),
  AnswerSupervisionNotice: change('AnswerSupervisionNotice', {
    verb: 'answer-supervision-notice',
    summary: 'Answer a supervision notice.',
    body: z.strictObject({ noticeId: idOf<'notice'>(), text: text(BODY), files }),
  }),
  AcknowledgeNotice: change('AcknowledgeNotice', {
    verb: 'acknowledge-notice',
    summary: 'Confirm that a notice was received.',
    body: z.strictObject({ noticeId: idOf<'notice'>() }),
  }),
  SetConfidential: change('SetConfidential', {
    verb: 'set-confidential',
    summary: 'Hide it from the units and people it is about.',
    body: z.strictObject({ hiding, reason }),
  }),
  LiftConfidentiality: change('LiftConfidentiality', {
    verb: 'lift-confidentiality',
    summary: 'It need not be hidden any longer.',
    body: z.strictObject({ reason }),
  }),
};

export type DemandChange = keyof typeof DEMAND_CHANGES;
