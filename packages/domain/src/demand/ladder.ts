import { ladderMoments, ladderPolicyFor, type DueStep } from '../time/ladder.ts';
import { endOfDay, type Instant } from '../time/instant.ts';
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

export type StepsAhead = {
  readonly steps: readonly PromiseStep[];
  /** The end of the days that the calendar knows, when a step falls beyond: by then it must be asked again. */
  readonly beyond?: Instant;
};

/** The steps of all running promises not reached yet; none while the clock is paused. */
export const stepsAhead = (demand: Demand, context: LadderContext): StepsAhead => {
  const ahead: PromiseStep[] = [];
  let beyond: Instant | undefined;
  if (demand.pause !== undefined || demand.status === 'closed') return { steps: ahead };
  for (const promise of runningPromises(demand)) {
    const clock = demand.clocks[promise];
    const policy = ladderPolicyFor(context.settings.ladders[promise], clock);
    if (policy === undefined) continue;
    const calendar = calendarFor(context, promise);
    const { steps, isWhole } = ladderMoments(clock, policy, calendar);
    const end = endOfDay(calendar.coverage.to);
    if (!isWhole && (beyond === undefined || end < beyond)) beyond = end;
    for (const moment of steps) {
      const step = { ...moment, promise, dueAt: clock.dueAt };
      if (!wasReached(demand, step)) ahead.push(step);
    }
  }
  return { steps: ahead, ...(beyond !== undefined && { beyond }) };
};
