import { actingPerson, holderRefusal, pastRefusal, textRefusal } from '../checks.ts';
import type { TaskInput } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import type { DemandEvent } from '../events.ts';
import { accept, onDemand, refusal, unless, when, whenCovered, type DemandRefusal } from '../rule.ts';
import type { DemandCore } from '../state.ts';
import { unitMoment } from '../terms.ts';
import { internal } from '../texts.ts';
import { ACTIVE_STATUSES, OPEN_STATUSES, type Status } from '../vocabulary.ts';
import { repeatedId, taskGiven } from './task-giving.ts';

export const decideRemit = onDemand('DecideRemit', {
  from: ['registered', 'consulting', 'assigned', 'handling'],
  decide: (demand, { remit, reason }, context) =>
    unless(
      [
        textRefusal(context, { field: 'reason', text: reason, kind: 'note' }),
        when(demand.remit === remit, 'demand.remit-unchanged'),
      ],
      () => accept({ type: 'RemitDecided', remit, reason: internal(reason) }),
    ),
});

const coHandlerRefusals = (
  context: DemandContext,
  demand: DemandCore,
  tasks: readonly TaskInput[],
): readonly (DemandRefusal | undefined)[] => [
  ...tasks.flatMap(({ to, text, due }) => [
    holderRefusal(context, to, demand.hiding),
    textRefusal(context, { field: 'task', text, kind: 'note' }),
    pastRefusal(context, 'due', due),
  ]),
  repeatedId([...demand.tasks, ...tasks].map(({ taskId }) => taskId)),
];

/** 分办: routing a demand says that it is ours, unless that was decided before. */
const ownRemit = (demand: DemandCore): readonly DemandEvent[] =>
  demand.remit === undefined ? [{ type: 'RemitDecided', remit: 'own', reason: internal('') }] : [];

export const routeDemand = onDemand('RouteDemand', {
  from: ['registered', 'assigned'],
  blocked: (demand) =>
    when(demand.remit === 'outside', 'demand.remit-outside') ??
    when(demand.status === 'assigned' && demand.fixed, 'demand.unit-fixed'),
  decide: (demand, { lead, coHandlers, note }, context) => {
    const checks = [
      holderRefusal(context, lead, demand.hiding),
      when(demand.declinedBy.includes(lead.unitId), 'demand.unit-declined-before', { unitId: lead.unitId }),
      textRefusal(context, { field: 'note', text: note, kind: 'note', optional: true }),
      ...coHandlerRefusals(context, demand, coHandlers),
    ];
    return unless(checks, () =>
      whenCovered(unitMoment(context, demand.urgency, 'decline'), (declineUntil) =>
        accept(
          ...ownRemit(demand),
          { type: 'DemandRouted', lead, note: internal(note), declineUntil },
          ...coHandlers.map(taskGiven),
        ),
      ),
    );
  },
});

export const acceptDemand = onDemand('AcceptDemand', {
  from: ['assigned'],
  decide: ({ lead, hiding }, { personId }, context) => {
    const holder = { unitId: lead.unitId, personId };
    return unless([holderRefusal(context, holder, hiding)], () =>
      accept({ type: 'DemandAccepted', lead: holder }),
    );
  },
});

/** The second decline is for a joint consultation, which fixes the unit. */
export const declineDemand = onDemand('DeclineDemand', {
  from: ['assigned'],
  blocked: ({ fixed, declineUntil }, { now }) =>
    when(fixed, 'demand.unit-fixed') ??
    (declineUntil !== undefined && now > declineUntil
      ? refusal('demand.decline-too-late', { declineUntil })
      : undefined),
  decide: ({ lead, declinedBy }, { reason }, context) => {
    const isLast = declinedBy.length + 1 >= context.settings.declinesBeforeConsultation;
    return unless([textRefusal(context, { field: 'reason', text: reason, kind: 'note' })], () =>
      accept(
        { type: 'DemandDeclined', unitId: lead.unitId, reason: internal(reason) },
        ...(isLast ? [{ type: 'ConsultationOpened', matter: 'declines' } as const] : []),
      ),
    );
  },
});

const ACTIVE: readonly Status[] = ACTIVE_STATUSES;
/** The unit that leads also owns it. */
const LED: readonly Status[] = ['handling', 'answered', 'callingBack'];

/** What awaits a verdict is in nobody's hands, but may come back: the program hands it over with all else somebody leaves. */
export const handOverDemand = onDemand('HandOverDemand', {
  from: OPEN_STATUSES,
  blocked: ({ status }, { actor }) =>
    when(actor.kind === 'person' && !ACTIVE.includes(status), 'demand.wrong-status', { status }),
  decide: (demand, { to }, context) =>
    unless(
      [
        when(
          demand.owner.unitId === to.unitId && demand.owner.personId === to.personId,
          'demand.same-person',
        ),
        when(
          LED.includes(demand.status) && demand.lead !== undefined && demand.lead.unitId !== to.unitId,
          'demand.not-your-unit',
        ),
        holderRefusal(context, to, demand.hiding),
      ],
      () => accept({ type: 'DemandHandedOver', from: demand.owner, to }),
    ),
});

/** A leader, or a desk's clerk, has looked at it. */
export const markSeen = onDemand('MarkSeen', {
  from: ACTIVE_STATUSES,
  blocked: (demand, context) => {
    const personId = actingPerson(context);
    return when(personId === undefined || demand.seenBy.includes(personId), 'demand.seen-before');
  },
  decide: (_, __, { actor }) =>
    accept(...(actor.kind === 'person' ? [{ type: 'DemandSeen', personId: actor.personId } as const] : [])),
});
