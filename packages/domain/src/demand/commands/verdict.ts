import { grantsOf } from '../../access/actor.ts';
import { attemptsLeft, isAttemptedToday } from '../call-attempts.ts';
import { actingPerson, actingUnits, textRefusal } from '../checks.ts';
import type { DemandContext } from '../context.ts';
import type { DemandEvent, DemandEventOf } from '../events.ts';
import type { Satisfaction, Verdict } from '../parts.ts';
import {
  accept,
  onDemand,
  refuse,
  unless,
  when,
  whenCovered,
  type DemandDecision,
  type DemandRefusal,
} from '../rule.ts';
import type { DemandIn } from '../state.ts';
import { deskMoment, reworkTerms } from '../terms.ts';
import { internal } from '../texts.ts';
import { closingEvent, isRejection, verdictOf, verdictRefusals } from './judgement.ts';

type Answered = DemandIn<'answered' | 'callingBack'>;
type Before = readonly DemandEvent[];

/** 退回重办: the same people again with a new limit; after so many rejections a joint consultation. */
const returned = (
  demand: Answered,
  { verdict, before }: { readonly verdict: Verdict; readonly before: Before },
  context: DemandContext,
): DemandDecision => {
  const round = demand.rejections + 1;
  const isLast = round >= context.settings.rejectionsBeforeConsultation;
  return whenCovered(reworkTerms(context, demand.urgency), (terms) =>
    accept(
      ...before,
      { type: 'VerdictGiven', ...verdict },
      { type: 'DemandReturned', round, words: verdict.words, terms },
      ...(isLast ? [{ type: 'ConsultationOpened', matter: 'rejections' } as const] : []),
    ),
  );
};

const closed = (
  demand: Answered,
  { satisfaction, before }: { readonly satisfaction: Satisfaction; readonly before: Before },
  context: DemandContext,
): DemandDecision =>
  whenCovered(closingEvent(context, demand.answer, satisfaction), (closing) => accept(...before, closing));

const judged = (
  demand: Answered,
  { verdict, before }: { readonly verdict: Verdict; readonly before: Before },
  context: DemandContext,
): DemandDecision =>
  isRejection(demand.answer, verdict)
    ? returned(demand, { verdict, before }, context)
    : closed(
        demand,
        {
          satisfaction: { kind: 'verdict', ...verdict },
          before: [...before, { type: 'VerdictGiven', ...verdict }],
        },
        context,
      );

/** The asker's verdict closes the demand, or sends it back. */
export const giveVerdict = onDemand('GiveVerdict', {
  from: ['answered', 'callingBack'],
  decide: (demand, command, context) =>
    unless(verdictRefusals(context, demand.answer, { ...command, field: 'words' }), () =>
      judged(demand, { verdict: verdictOf(command, 'portal'), before: [] }, context),
    ),
});

export const openCallBack = onDemand('OpenCallBack', {
  from: ['answered'],
  decide: (_, __, context) =>
    whenCovered(deskMoment(context, context.settings.callBackLimit), (dueAt) =>
      accept({ type: 'CallBackOpened', dueAt }),
    ),
});

/** 回访: the caller is never the handler, nor anyone of a unit that handled it, whoever they stand in for. */
const dependenceRefusal = (demand: Answered, context: DemandContext): DemandRefusal | undefined => {
  const persons = [
    actingPerson(context),
    ...grantsOf(context.actor, 'desk', 'officer', 'inspector').map(({ onBehalfOf }) => onBehalfOf),
  ];
  const units = actingUnits(context);
  const handled = [...demand.handledBy, demand.answeredBy];
  return when(
    context.actor.kind === 'system' ||
      handled.some(({ personId }) => personId !== undefined && persons.includes(personId)) ||
      demand.handledBy.some(({ unitId }) => units.includes(unitId)),
    'demand.caller-not-independent',
  );
};

/** Nobody answered: once more on another working day, or closed as unreachable. */
const unanswered = (
  demand: DemandIn<'callingBack'>,
  made: DemandEventOf<'CallBackMade'>,
  context: DemandContext,
): DemandDecision =>
  whenCovered(isAttemptedToday(demand, context), (isToday) => {
    if (isToday) return refuse('demand.call-back-too-soon', { field: 'result' });
    return attemptsLeft(demand, context.settings) > 1
      ? accept(made)
      : closed(
          demand,
          { satisfaction: { kind: 'unreachable', attempts: made.attempt }, before: [made] },
          context,
        );
  });

export const recordCallBack = onDemand('RecordCallBack', {
  from: ['callingBack'],
  blocked: dependenceRefusal,
  decide: (demand, command, context) => {
    const callerId = actingPerson(context);
    if (callerId === undefined) return refuse('demand.caller-not-independent');
    const made: DemandEventOf<'CallBackMade'> = {
      type: 'CallBackMade',
      callerId,
      result: command.result,
      attempt: demand.attempts + 1,
      note: internal(command.note),
    };
    const note = textRefusal(context, { field: 'note', text: command.note, kind: 'note', optional: true });
    if (command.result === 'reached') {
      const verdict = verdictOf(command.verdict, 'callBack');
      return unless(
        [note, ...verdictRefusals(context, demand.answer, { ...command.verdict, field: 'verdict.words' })],
        () => judged(demand, { verdict, before: [made] }, context),
      );
    }
    return unless([note], () => unanswered(demand, made, context));
  },
});
