import { momentAfterDue, momentAtFraction } from './clock-time.ts';
import type { Clock } from './clock.ts';
import { effectiveOn, type EffectiveDated } from './effective-dated.ts';
import { dateOf, type Instant } from './instant.ts';
import type { Limit } from './limits.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** 提醒, 催办, 督办单, leader, monthly bulletin: the order in which pressure rises. */
export const LADDER_STEPS = ['notice', 'reminder', 'supervisionNotice', 'leader', 'bulletin'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** Who is told, seen from the promise; the caller turns kinds into persons. */
export const RECIPIENT_KINDS = [
  'responsible',
  'unitHead',
  'coHandlers',
  'desk',
  'officer',
  'leader',
  'inspector',
] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** When a step falls due: at a part of the time used, or so long after the due time (amount 0: at once). */
export type LadderMoment =
  | { readonly kind: 'usedFraction'; readonly fraction: number }
  | { readonly kind: 'afterDue'; readonly limit: Limit };

export type LadderRung = {
  readonly step: LadderStep;
  readonly at: LadderMoment;
  readonly recipients: readonly RecipientKind[];
};

export type LadderPolicy = { readonly steps: readonly LadderRung[] };

/** A zone's policies over time. */
export type LadderPolicies = readonly EffectiveDated<LadderPolicy>[];

export type DueStep = {
  readonly step: LadderStep;
  readonly at: Instant;
  readonly recipients: readonly RecipientKind[];
};

/** The policy in force on the day the clock started: later changes do not touch running promises. */
export const ladderPolicyFor = (policies: LadderPolicies, clock: Clock): LadderPolicy | undefined =>
  effectiveOn(policies, dateOf(clock.startedAt));

const byTimeThenStep = (a: DueStep, b: DueStep): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return LADDER_STEPS.indexOf(a.step) - LADDER_STEPS.indexOf(b.step);
};

export type DueSteps = {
  /** The earliest first. */
  readonly steps: readonly DueStep[];
  /** False: a step falls beyond the days that the calendar knows, and has no moment yet. */
  readonly isWhole: boolean;
};

/** The steps with their moments. Recomputed whenever the clock's due time moves; a stopped clock has none left. */
export const ladderMoments = (clock: Clock, policy: LadderPolicy, calendar: WorkCalendar): DueSteps => {
  if (clock.stoppedAt !== undefined) return { steps: [], isWhole: true };
  const steps: DueStep[] = [];
  for (const { step, at, recipients } of policy.steps) {
    const moment =
      at.kind === 'usedFraction'
        ? momentAtFraction(clock, at.fraction, calendar)
        : momentAfterDue(clock, at.limit, calendar);
    if (moment.ok) steps.push({ step, at: moment.value, recipients });
  }
  return { steps: steps.sort(byTimeThenStep), isWhole: steps.length === policy.steps.length };
};
