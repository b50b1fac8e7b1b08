import { pauseUntil } from '../../time/clock-time.ts';
import { dueDateOf } from '../../time/instant.ts';
import { addWorkdays } from '../../time/workdays.ts';
import { textRefusal } from '../checks.ts';
import { accept, onDemand, refuse, unless, when, whenCovered } from '../rule.ts';
import { reclassifiedTerms, resumedTerms, settleTermUntil, urgencyOf } from '../terms.ts';
import { internal, outward } from '../texts.ts';
import { ACTIVE_STATUSES } from '../vocabulary.ts';
import { runningPause } from './clock-state.ts';

/** Another urgency, other limits, from the same start: no time is won by changing it to and fro. */
export const reclassifyDemand = onDemand('ReclassifyDemand', {
  from: ACTIVE_STATUSES,
  blocked: runningPause,
  decide: (demand, { productionStopped, reason, ...said }, context) => {
    const urgency = urgencyOf({ productionStopped, ...said });
    const checks = [
      when(
        demand.urgency === urgency && demand.productionStopped === productionStopped,
        'demand.same-urgency',
      ),
      textRefusal(context, { field: 'reason', text: reason, kind: 'note' }),
    ];
    return unless(checks, () =>
      whenCovered(reclassifiedTerms(context, demand, urgency), (terms) =>
        accept({
          type: 'DemandReclassified',
          from: demand.urgency,
          to: urgency,
          productionStopped,
          reason: internal(reason),
          terms,
        }),
      ),
    );
  },
});

export const pauseDemandClock = onDemand('PauseClock', {
  from: ['handling', 'referred'],
  blocked: runningPause,
  decide: (demand, { pauseId, reason, note, proof }, context) => {
    const configured = context.settings.pauseReasons.find(({ key }) => key === reason);
    if (configured === undefined) {
      return refuse('demand.pause-reason-unknown', { reason });
    }
    const checks = [
      textRefusal(context, { field: 'note', text: note, kind: 'note' }),
      when(configured.proofNeeded && proof.length === 0, 'demand.proof-missing'),
    ];
    const pause = { reason, from: context.now, cap: configured.cap };
    return unless(checks, () =>
      whenCovered(pauseUntil(demand.clocks.settle, pause, context.calendars.department), (capAt) =>
        unless([when(capAt <= context.now, 'demand.pause-used-up', { reason })], () =>
          accept({ type: 'ClockPaused', pauseId, reason, note: internal(note), proof, capAt }),
        ),
      ),
    );
  },
});

export const resumeDemandClock = onDemand('ResumeClock', {
  from: ACTIVE_STATUSES,
  blocked: ({ pause }) => when(pause === undefined, 'demand.clock-running'),
  decide: (demand, { note }, context) => {
    const { pause } = demand;
    if (pause === undefined) return refuse('demand.clock-running');
    return unless([textRefusal(context, { field: 'note', text: note, kind: 'note', optional: true })], () =>
      whenCovered(resumedTerms(context, demand), (terms) =>
        accept({ type: 'ClockResumed', pauseId: pause.pauseId, note: internal(note), terms }),
      ),
    );
  },
});

export const askExtension = onDemand('AskExtension', {
  from: ['handling'],
  blocked: (demand, { now, settings }) =>
    runningPause(demand) ??
    when(demand.extensionAsked !== undefined, 'demand.extension-pending') ??
    when(demand.extensions >= settings.extension.maxTimes, 'demand.extensions-used-up') ??
    when(now > demand.clocks.settle.dueAt, 'demand.overdue'),
  decide: (_, { extensionId, workdays, reason }, context) => {
    const { maxWorkdays } = context.settings.extension;
    return unless(
      [
        when(
          !Number.isInteger(workdays) || workdays < 1 || workdays > maxWorkdays,
          'demand.extension-too-long',
          { maxWorkdays },
        ),
        textRefusal(context, { field: 'reason', text: reason, kind: 'note' }),
      ],
      () => accept({ type: 'ExtensionAsked', extensionId, workdays, reason: internal(reason) }),
    );
  },
});

export const grantExtension = onDemand('GrantExtension', {
  from: ['handling'],
  blocked: ({ extensionAsked }) => when(extensionAsked === undefined, 'demand.no-extension-pending'),
  decide: (demand, { words }, context) => {
    const { extensionAsked } = demand;
    if (extensionAsked === undefined) {
      return refuse('demand.no-extension-pending');
    }
    const { extensionId, workdays } = extensionAsked;
    const lastDay = dueDateOf(demand.clocks.settle.dueAt);
    return unless([textRefusal(context, { field: 'words', text: words, kind: 'words' })], () =>
      whenCovered(addWorkdays(context.calendars.department, lastDay, workdays), (until) =>
        whenCovered(settleTermUntil(context, demand, until), (term) =>
          accept({ type: 'ExtensionGranted', extensionId, words: outward(words), term }),
        ),
      ),
    );
  },
});

export const refuseExtension = onDemand('RefuseExtension', {
  from: ['handling'],
  blocked: ({ extensionAsked }) => when(extensionAsked === undefined, 'demand.no-extension-pending'),
  decide: ({ extensionAsked }, { reason }, context) =>
    extensionAsked === undefined
      ? refuse('demand.no-extension-pending')
      : unless([textRefusal(context, { field: 'reason', text: reason, kind: 'note' })], () =>
          accept({
            type: 'ExtensionRefused',
            extensionId: extensionAsked.extensionId,
            reason: internal(reason),
          }),
        ),
});
