import { endOfDay } from '../../time/instant.ts';
import { actingPerson, pastRefusal, textRefusal } from '../checks.ts';
import type { DemandContext } from '../context.ts';
import { stepsAhead } from '../ladder.ts';
import type { Holder } from '../parts.ts';
import { accept, onDemand, refuse, unless, when } from '../rule.ts';
import type { Demand, DemandCore } from '../state.ts';
import { internal } from '../texts.ts';
import { ACTIVE_STATUSES, STATUSES } from '../vocabulary.ts';
import { repeatedId } from './task-giving.ts';

const dueSteps = (demand: Demand, context: DemandContext) =>
  stepsAhead(demand, context).steps.filter(({ at }) => at <= context.now);

const noticeIds = ({ notices }: DemandCore): readonly string[] => notices.map(({ noticeId }) => noticeId);

/** Reminders go to whoever leads, or is asked to lead, else to whoever owns it. */
const remindedOf = ({ lead, owner }: DemandCore): Holder => lead ?? owner;

/** Made by the due row of a step. A row written before the due time moved is out of date. */
export const climbLadder = onDemand('ClimbLadder', {
  from: ACTIVE_STATUSES,
  blocked: (demand, context) => when(dueSteps(demand, context).length === 0, 'demand.ladder-step-outdated'),
  decide: (demand, { noticeId, step, promise, dueAt }, context) => {
    const due = dueSteps(demand, context).find(
      (candidate) => candidate.step === step && candidate.promise === promise && candidate.dueAt === dueAt,
    );
    const reached = demand.notices.some(
      (notice) =>
        notice.kind === 'ladder' &&
        notice.step === step &&
        notice.promise === promise &&
        notice.dueAt === dueAt,
    );
    if (reached) return refuse('demand.ladder-step-reached-before');
    if (due === undefined) return refuse('demand.ladder-step-outdated');
    return unless([repeatedId([...noticeIds(demand), noticeId])], () =>
      accept({
        type: 'LadderStepReached',
        noticeId,
        step,
        promise,
        dueAt,
        recipients: due.recipients,
      }),
    );
  },
});

/** 催办 by the desk. */
export const remindUnit = onDemand('RemindUnit', {
  from: ACTIVE_STATUSES,
  decide: (demand, { noticeId, text }, context) =>
    unless(
      [
        textRefusal(context, { field: 'text', text, kind: 'note' }),
        repeatedId([...noticeIds(demand), noticeId]),
      ],
      () => accept({ type: 'ReminderSent', noticeId, to: remindedOf(demand), text: internal(text) }),
    ),
});

/** 督办单 by the inspector, under a number that stands for this notice alone. */
export const issueSupervisionNotice = onDemand('IssueSupervisionNotice', {
  from: ACTIVE_STATUSES,
  decide: (demand, { noticeId, number, text, due }, context) =>
    unless(
      [
        textRefusal(context, { field: 'number', text: number, kind: 'number' }),
        textRefusal(context, { field: 'text', text, kind: 'text' }),
        pastRefusal(context, 'due', due),
        when(context.facts.noticeNumberTaken === true, 'demand.notice-number-taken', {
          field: 'number',
          number,
        }),
        repeatedId([...noticeIds(demand), noticeId]),
      ],
      () =>
        accept({
          type: 'SupervisionNoticeIssued',
          noticeId,
          number,
          to: remindedOf(demand),
          text: internal(text),
          due,
          dueAt: endOfDay(due),
        }),
    ),
});

const unanswered = ({ notices }: DemandCore): readonly string[] =>
  notices
    .filter((notice) => notice.kind === 'supervision' && notice.answeredAt === undefined)
    .map(({ noticeId }) => noticeId);

export const answerSupervisionNotice = onDemand('AnswerSupervisionNotice', {
  from: STATUSES,
  blocked: (demand) => when(unanswered(demand).length === 0, 'demand.no-open-notice'),
  decide: (demand, { noticeId, text, files }, context) =>
    unless(
      [
        when(!unanswered(demand).includes(noticeId), 'demand.notice-unknown'),
        textRefusal(context, { field: 'text', text, kind: 'text' }),
      ],
      () => accept({ type: 'SupervisionNoticeAnswered', noticeId, text: internal(text), files }),
    ),
});

const unacknowledged = ({ notices }: DemandCore): readonly string[] =>
  notices.filter(({ acknowledged }) => acknowledged === undefined).map(({ noticeId }) => noticeId);

/** The receipt of a notice. */
export const acknowledgeNotice = onDemand('AcknowledgeNotice', {
  from: STATUSES,
  blocked: (demand, context) =>
    when(unacknowledged(demand).length === 0 || actingPerson(context) === undefined, 'demand.no-open-notice'),
  decide: (demand, { noticeId }, context) => {
    const personId = actingPerson(context);
    return personId === undefined || !unacknowledged(demand).includes(noticeId)
      ? refuse('demand.notice-unknown')
      : accept({ type: 'NoticeAcknowledged', noticeId, personId });
  },
});
