import { endOfDay } from '../../time/instant.ts';
import { covered, type Covered } from '../../time/work-calendar.ts';
import { pastRefusal, textRefusal } from '../checks.ts';
import type { AnswerInput, VerdictInput } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import { defined } from '../defined.ts';
import type { DemandEventOf } from '../events.ts';
import type { Answer, Satisfaction, Verdict } from '../parts.ts';
import { when, type DemandRefusal } from '../rule.ts';
import { deskMoment } from '../terms.ts';
import { outward } from '../texts.ts';
import type { Conclusion, VerdictGrade, VerdictVia } from '../vocabulary.ts';

const REJECTING: readonly VerdictGrade[] = ['dissatisfied', 'veryDissatisfied'];
const CLAIMS: readonly Conclusion[] = ['solved', 'partlySolved'];

export const answerOf = (input: AnswerInput): Answer =>
  defined({
    conclusion: input.conclusion,
    text: outward(input.text),
    conditions: input.conditions.map(({ condition, answer, remark }) => ({
      condition: outward(condition),
      answer,
      remark: outward(remark),
    })),
    files: input.files,
    reviewOn: input.reviewOn,
  });

export const answerRefusals = (
  context: DemandContext,
  { conclusion, text, conditions, reviewOn }: AnswerInput,
): readonly (DemandRefusal | undefined)[] => [
  textRefusal(context, { field: 'answer.text', text, kind: 'answer' }),
  ...conditions.flatMap(({ condition, remark }, index) => [
    textRefusal(context, {
      field: `answer.conditions.${index}.condition`,
      text: condition,
      kind: 'note',
    }),
    textRefusal(context, {
      field: `answer.conditions.${index}.remark`,
      text: remark,
      kind: 'note',
      optional: true,
    }),
  ]),
  when(conclusion === 'conditionsLacking' && reviewOn === undefined, 'demand.review-date-needed', {
    field: 'answer.reviewOn',
  }),
  when(conclusion !== 'conditionsLacking' && reviewOn !== undefined, 'demand.review-date-unneeded', {
    field: 'answer.reviewOn',
  }),
  reviewOn === undefined ? undefined : pastRefusal(context, 'answer.reviewOn', reviewOn),
];

export const verdictOf = ({ grade, words, solved }: VerdictInput, via: VerdictVia): Verdict => ({
  grade,
  words: outward(words),
  solved,
  via,
});

/** Dissatisfied, or an answer that claims a solution the asker denies. */
export const isRejection = ({ conclusion }: Pick<Answer, 'conclusion'>, verdict: VerdictInput): boolean =>
  REJECTING.includes(verdict.grade) || (CLAIMS.includes(conclusion) && verdict.solved === 'unsolved');

/** A rejection must say why: the next answer has to meet it. `field`: where the command holds the words. */
export const verdictRefusals = (
  context: DemandContext,
  answer: Pick<Answer, 'conclusion'>,
  { field, ...verdict }: VerdictInput & { readonly field: string },
): readonly (DemandRefusal | undefined)[] => [
  when(isRejection(answer, verdict) && verdict.words.trim() === '', 'demand.words-needed', { field }),
  textRefusal(context, { field, text: verdict.words, kind: 'words', optional: true }),
];

/** A claimed solution is as complete as the asker says it is. */
const outcomeOf = (conclusion: Conclusion, satisfaction: Satisfaction): Conclusion => {
  if (!CLAIMS.includes(conclusion) || satisfaction.kind === 'unreachable') return conclusion;
  return satisfaction.solved === 'solved' ? 'solved' : 'partlySolved';
};

/** The closing event of an answered demand, with its return visit and review. */
export const closingEvent = (
  context: DemandContext,
  answer: Answer,
  satisfaction: Satisfaction,
): Covered<DemandEventOf<'DemandClosed'>> => {
  const { returnVisit } = context.settings;
  const visitDue = returnVisit === undefined ? undefined : deskMoment(context, returnVisit.delay);
  if (visitDue !== undefined && !visitDue.ok) return visitDue;
  return covered(
    defined({
      type: 'DemandClosed',
      outcome: outcomeOf(answer.conclusion, satisfaction),
      answer,
      satisfaction,
      returnVisit:
        returnVisit === undefined || visitDue === undefined
          ? undefined
          : { kind: returnVisit.kind, dueAt: visitDue.value },
      reviewDueAt: answer.reviewOn === undefined ? undefined : endOfDay(answer.reviewOn),
    }),
  );
};
