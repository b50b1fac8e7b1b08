import { ladderMoments, ladderPolicyFor, type DueStep } from '../time/ladder.ts';
import { covered, type Covered } from '../time/work-calendar.ts';
import type { DemandContext } from './context.ts';
import type { Demand } from './state.ts';
import { calendarFor, runningPromises } from './terms.ts';
import type { PromiseKind } from './vocabulary.ts';

export type PromiseStep = DueStep & { readonly promise: PromiseKind; readonly dueAt: DueStep['at'] };

/** What the ladder needs of a command's context, so that due rows can be computed without one. */
export type LadderContext = Pick<DemandContext, 'calendars' | 'settings'>;

const wasReached = (demand: Demand, step: Omit<PromiseStep, 'at' | 'recipients'>): boolean =>
  demand.notices.some(
    (notice) =>
      notice.kind === 'ladder' &&
      notice.step === step.step &&
      notice.promise === step.promise &&
      notice.dueAt === step.dueAt,
  );

/** The steps of all running promises not reached yet; none while the clock is paused. */
export const stepsAhead = (demand: Demand, context: LadderContext): Covered<readonly PromiseStep[]> => {
  const ahead: PromiseStep[] = [];
  if (demand.pause !== undefined || demand.status === 'closed') return covered(ahead);
  for (const promise of runningPromises(demand)) {
    const clock = demand.clocks[promise];
    const policy = ladderPolicyFor(context.settings.ladders[promise], clock);
    if (policy === undefined) continue;
    const moments = ladderMoments(clock, policy, calendarFor(context, promise));
    if (!moments.ok) return moments;
    for (const moment of moments.value) {
      const step = { ...moment, promise, dueAt: clock.dueAt };
      if (!wasReached(demand, step)) ahead.push(step);
    }
  }
  return covered(ahead);
};
