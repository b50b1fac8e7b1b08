import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { conclusionsFrom } from '@xiaoer/domain/demand/conclusions';
import {
  CONCLUSIONS,
  CONDITION_ANSWERS,
  RETURN_VISIT_KINDS,
  SOLVED_VIEWS,
} from '@xiaoer/domain/demand/vocabulary';
import { attemptHint } from './attempt-hint.ts';
import { openSupervision, pauseReasons, unconfirmedNotices } from './choices.ts';
import { area, askedWhen, attached, chips, day, grade, line, maybe, number, otherDemand } from './fields.ts';
import { pick, rows, tick } from './fields.ts';
import type { Asked, Choice, Values } from './field.ts';
import { formOf, grave, nothingToFill } from './form.ts';
import type { BodyOfChange, DemandForm } from './form.ts';

type Forms<Types extends DemandChange> = { readonly [Type in Types]: DemandForm<BodyOfChange<Type>> };

const lacksConditions = (values: Values): boolean => values['answer.conclusion'] === 'conditionsLacking';
const isReached = (values: Values): boolean => values['result'] === 'reached';

const conclusions = ({ detail: { demand }, word }: Asked): readonly Choice[] =>
  conclusionsFrom(demand.status).map((value) => ({ value, label: word(`outcome.${value}`) }));

/** A conclusion, the answer in words, and a small table of conditions where one is wanted. */
export const ANSWER_FIELDS = {
  'answer.conclusion': chips('conclusion', CONCLUSIONS, (value) => `outcome.${value}`),
  'answer.text': area('answerText'),
  'answer.reviewOn': askedWhen(lacksConditions, day('reviewOn')),
  'answer.conditions': rows(
    'conditions',
    {
      condition: line('condition', 500),
      answer: chips('conditionAnswer', CONDITION_ANSWERS, (value) => `condition.${value}`),
      remark: maybe(line('remark', 500)),
    },
    { least: 0, most: 50 },
  ),
  'answer.files': attached(),
} as const;

type SentAnswer = {
  readonly 'answer.conclusion': (typeof CONCLUSIONS)[number];
  readonly 'answer.text': string;
  readonly 'answer.reviewOn'?: string;
  readonly 'answer.conditions': {
    condition: string;
    answer: (typeof CONDITION_ANSWERS)[number];
    remark?: string;
  }[];
  readonly 'answer.files': string[];
};

/** The answer of the fields above. */
export const answerOf = (sent: SentAnswer) => ({
  conclusion: sent['answer.conclusion'],
  text: sent['answer.text'],
  reviewOn: sent['answer.reviewOn'],
  conditions: sent['answer.conditions'].map((row) => ({ ...row, remark: row.remark ?? '' })),
  files: sent['answer.files'],
});

/** The clock, the answer, the verdict and what comes after. */
export const CLOSING_FORMS: Forms<
  | 'PauseClock'
  | 'ResumeClock'
  | 'AskExtension'
  | 'GrantExtension'
  | 'RefuseExtension'
  | 'GiveInterimAnswer'
  | 'SubmitAnswer'
  | 'ApproveAnswer'
  | 'ReturnAnswer'
  | 'GiveVerdict'
  | 'OpenCallBack'
  | 'RecordCallBack'
  | 'DetermineFinally'
  | 'MergeDemand'
  | 'LinkRecurrence'
  | 'RecordReturnVisit'
  | 'ReviewConditions'
  | 'ReopenDemand'
  | 'RemindUnit'
  | 'IssueSupervisionNotice'
  | 'AnswerSupervisionNotice'
  | 'AcknowledgeNotice'
> = {
  PauseClock: formOf(
    { reason: pick('pauseReason', pauseReasons), note: area('noteInside'), proof: attached('proof') },
    (sent) => sent,
  ),
  ResumeClock: formOf({ note: maybe(area('noteInside')) }, (sent) => sent),
  AskExtension: formOf({ workdays: number('workdays'), reason: area('reason') }, (sent) => sent),
  GrantExtension: formOf({ words: area('words') }, (sent) => sent),
  RefuseExtension: formOf({ reason: area('reason') }, (sent) => sent),
  GiveInterimAnswer: formOf(
    { text: area('answerText'), completionOn: day('completionOn'), files: attached() },
    (sent) => sent,
  ),
  SubmitAnswer: formOf(
    {
      ...ANSWER_FIELDS,
      'answer.conclusion': { ...ANSWER_FIELDS['answer.conclusion'], options: conclusions },
    },
    (sent) => ({ answer: answerOf(sent) }),
  ),
  ApproveAnswer: nothingToFill,
  ReturnAnswer: formOf({ reason: area('reason') }, (sent) => sent),
  GiveVerdict: formOf(
    {
      grade: grade('grade'),
      solved: chips('solvedView', SOLVED_VIEWS, (value) => `solved.${value}`),
      words: maybe(area('yourWords')),
    },
    (sent) => sent,
  ),
  OpenCallBack: nothingToFill,
  RecordCallBack: formOf(
    {
      result: {
        ...chips('callResult', ['reached', 'unreachable'], () => 'returnVisit.phone'),
        options: ({ label }: Asked) => [
          { value: 'reached', label: label('reached') },
          { value: 'unreachable', label: label('unreachable') },
        ],
        hint: attemptHint,
      },
      'verdict.grade': askedWhen(isReached, grade('grade')),
      'verdict.solved': askedWhen(
        isReached,
        chips('solvedView', SOLVED_VIEWS, (value) => `solved.${value}`),
      ),
      'verdict.words': { ...maybe(area('verdictWords')), when: isReached },
      note: maybe(area('noteInside')),
    },
    (sent) =>
      sent.result === 'unreachable'
        ? { result: sent.result, note: sent.note }
        : {
            result: sent.result,
            note: sent.note,
            verdict: {
              grade: sent['verdict.grade'],
              solved: sent['verdict.solved'],
              words: sent['verdict.words'],
            },
          },
  ),
  DetermineFinally: grave(
    formOf(
      { legalBasis: area('legalBasis'), reasons: area('determinationReasons'), files: attached() },
      (sent) => sent,
    ),
  ),
  MergeDemand: grave(formOf({ into: otherDemand('into', false), reason: area('reason') }, (sent) => sent)),
  LinkRecurrence: formOf({ to: otherDemand('recurrenceOf', true) }, (sent) => sent),
  RecordReturnVisit: formOf(
    {
      kind: chips('returnKind', RETURN_VISIT_KINDS, (value) => `returnVisit.${value}`),
      holds: { ...tick('holds'), initial: () => true },
      words: maybe(area('returnWords')),
      note: maybe(area('noteInside')),
    },
    (sent) => sent,
  ),
  ReviewConditions: formOf({ note: area('noteInside'), nextOn: day('nextOn') }, (sent) => sent),
  ReopenDemand: formOf({ reason: area('reasonOutward') }, (sent) => sent),
  RemindUnit: formOf({ text: area('reminderText', 500) }, (sent) => sent),
  IssueSupervisionNotice: formOf(
    { number: line('noticeNumber', 80), text: area('noticeText'), due: day('due') },
    (sent) => sent,
  ),
  AnswerSupervisionNotice: formOf(
    { noticeId: pick('notice', openSupervision), text: area('noticeAnswer'), files: attached('proof') },
    (sent) => sent,
  ),
  AcknowledgeNotice: formOf({ noticeId: pick('notice', unconfirmedNotices) }, (sent) => sent),
};
