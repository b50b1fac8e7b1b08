import { isOverdue } from '../../time/clock.ts';
import type { Instant } from '../../time/instant.ts';
import { without } from '../defined.ts';
import type { AwaitingVerdict, CallingBack, Demand, Handling, Registered } from '../state.ts';
import { alsoHandledBy, begun, coreOf, kept, moved, withCore, type Folds } from './fold.ts';

/** The first answer, interim or whole, is the response; later ones do not change it. */
const responded = ({ response, clocks }: Demand, at: Instant) => ({
  response: response ?? { at, inTime: !isOverdue(clocks.settle, at) },
});

/** Back to whoever led it; a demand that had gone outside has no lead and is routed anew. */
const backToWork = (demand: Demand, core = coreOf(demand)): Handling | Registered => {
  const { lead } = core;
  return lead?.personId === undefined
    ? { ...core, status: 'registered' }
    : { ...core, status: 'handling', lead: { unitId: lead.unitId, personId: lead.personId } };
};

export const answerFolds: Folds<
  | 'InterimAnswerGiven'
  | 'AnswerSubmitted'
  | 'AnswerReturned'
  | 'DemandAnswered'
  | 'VerdictGiven'
  | 'DemandReturned'
  | 'CallBackOpened'
  | 'CallBackMade'
  | 'DemandReopened'
> = {
  InterimAnswerGiven: (demand, { text, completionOn, term, at }) =>
    withCore(demand, {
      ...responded(demand, at),
      interims: [...demand.interims, { text, completionOn, givenAt: at }],
      clocks: moved(demand.clocks, [term]),
    }),
  AnswerSubmitted: (demand, { answer, submittedBy }) =>
    demand.status === 'handling' ? { ...demand, pendingAnswer: { answer, by: submittedBy } } : demand,
  AnswerReturned: (demand) =>
    demand.status === 'handling' ? (without(demand, 'pendingAnswer') as Demand) : demand,
  DemandAnswered: (demand, { answer, answeredBy, verdictDueAt, at }): AwaitingVerdict => ({
    ...without(coreOf(demand), 'extensionAsked'),
    ...responded(demand, at),
    status: 'answered',
    answer,
    answeredBy,
    answeredAt: at,
    verdictDueAt,
    handledBy:
      answer.conclusion === 'referredAndAnswered' ? demand.handledBy : alsoHandledBy(demand, answeredBy),
    clocks: kept(demand.clocks, at),
  }),
  VerdictGiven: (demand, { grade, words, solved, via }) =>
    withCore(demand, { verdicts: [...demand.verdicts, { grade, words, solved, via }] }),
  DemandReturned: (demand, { round, terms }) => ({
    ...backToWork(demand),
    rejections: round,
    clocks: begun(demand.clocks, terms),
  }),
  CallBackOpened: (demand, { dueAt }): Demand =>
    demand.status === 'answered'
      ? ({
          ...coreOf(demand),
          status: 'callingBack',
          answer: demand.answer,
          answeredBy: demand.answeredBy,
          answeredAt: demand.answeredAt,
          callBackDueAt: dueAt,
          attempts: 0,
        } satisfies CallingBack)
      : demand,
  CallBackMade: (demand, { attempt, at }) =>
    demand.status === 'callingBack' ? { ...demand, attempts: attempt, attemptedAt: at } : demand,
  DemandReopened: (demand, { terms }) => ({
    ...backToWork(demand),
    clocks: begun(demand.clocks, terms),
  }),
};
