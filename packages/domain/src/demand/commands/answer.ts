import { grantsOf } from '../../access/actor.ts';
import { actingPerson, isBeyondDays, pastRefusal, textRefusal } from '../checks.ts';
import { conclusionsFrom } from '../conclusions.ts';
import type { DemandContext } from '../context.ts';
import { defined } from '../defined.ts';
import type { Holder } from '../parts.ts';
import { accept, onDemand, refuse, unless, when, whenCovered, type DemandRefusal } from '../rule.ts';
import type { DemandIn } from '../state.ts';
import { deskMoment, settleTermUntil } from '../terms.ts';
import { internal, outward } from '../texts.ts';
import { answerOf, answerRefusals } from './judgement.ts';
import { runningPause } from './clock-state.ts';
import { openWorkRefusal } from './tasks.ts';

type Answering = DemandIn<'handling' | 'referred'>;

/** An answer with a completion date: the promise to settle moves to that day, within bounds. */
export const giveInterimAnswer = onDemand('GiveInterimAnswer', {
  from: ['handling'],
  blocked: (demand, { settings }) =>
    runningPause(demand) ??
    when(demand.interims.length >= settings.interim.maxTimes, 'demand.interims-used-up'),
  decide: (demand, { text, completionOn, files }, context) => {
    const maxDays = context.settings.interim.maxCalendarDays;
    const checks = [
      textRefusal(context, { field: 'text', text, kind: 'answer' }),
      pastRefusal(context, 'completionOn', completionOn),
      when(isBeyondDays(context, completionOn, maxDays), 'demand.interim-too-far', { maxDays }),
    ];
    return unless(checks, () =>
      whenCovered(settleTermUntil(context, demand, completionOn), (term) =>
        accept({ type: 'InterimAnswerGiven', text: outward(text), completionOn, files, term }),
      ),
    );
  },
});

/** What must be done before the asker gets an answer. */
const readinessRefusal = (demand: Answering): DemandRefusal | undefined =>
  runningPause(demand) ??
  when(
    demand.status === 'referred' && demand.referral.outsideAnswer === undefined,
    'demand.outside-answer-missing',
  ) ??
  openWorkRefusal(demand);

const answering = (demand: Answering, context: DemandContext): Holder =>
  defined({
    unitId: demand.status === 'handling' ? demand.lead.unitId : demand.owner.unitId,
    personId: actingPerson(context),
  });

/** A head's own answer needs nobody's approval, nor does the other body's. */
const needsApproval = (demand: Answering, context: DemandContext): boolean =>
  context.settings.answerApproval &&
  demand.status === 'handling' &&
  !grantsOf(context.actor, 'unit-head').some(({ unitId }) => unitId === demand.lead.unitId);

export const submitAnswer = onDemand('SubmitAnswer', {
  from: ['handling', 'referred'],
  blocked: (demand) =>
    when(demand.status === 'handling' && demand.pendingAnswer !== undefined, 'demand.answer-pending') ??
    readinessRefusal(demand),
  decide: (demand, { answer: input }, context) => {
    const answer = answerOf(input);
    const by = answering(demand, context);
    const checks = [
      ...answerRefusals(context, input),
      when(!conclusionsFrom(demand.status).includes(answer.conclusion), 'demand.conclusion-not-allowed', {
        conclusion: answer.conclusion,
      }),
    ];
    return unless(checks, () =>
      needsApproval(demand, context)
        ? accept({ type: 'AnswerSubmitted', answer, submittedBy: by })
        : whenCovered(deskMoment(context, context.settings.verdictLimit), (verdictDueAt) =>
            accept({ type: 'DemandAnswered', answer, answeredBy: by, verdictDueAt }),
          ),
    );
  },
});

export const approveAnswer = onDemand('ApproveAnswer', {
  from: ['handling'],
  blocked: (demand) =>
    when(demand.pendingAnswer === undefined, 'demand.no-answer-pending') ?? readinessRefusal(demand),
  decide: ({ pendingAnswer }, _, context) =>
    pendingAnswer === undefined
      ? refuse('demand.no-answer-pending')
      : whenCovered(deskMoment(context, context.settings.verdictLimit), (verdictDueAt) =>
          accept({
            type: 'DemandAnswered',
            answer: pendingAnswer.answer,
            answeredBy: pendingAnswer.by,
            verdictDueAt,
          }),
        ),
});

export const returnAnswer = onDemand('ReturnAnswer', {
  from: ['handling'],
  blocked: ({ pendingAnswer }) => when(pendingAnswer === undefined, 'demand.no-answer-pending'),
  decide: (_, { reason }, context) =>
    unless([textRefusal(context, { field: 'reason', text: reason, kind: 'note' })], () =>
      accept({ type: 'AnswerReturned', reason: internal(reason) }),
    ),
});
