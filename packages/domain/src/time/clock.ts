import { maxInstant, type Instant } from './instant.ts';
import type { Limit } from './limits.ts';
import { isPausing, pausedSince, type Pause } from './pause.ts';

/** What a limit comes to for one clock. Computed once with the calendar, then carried by events: refolding needs no calendar. */
export type DueMoments = {
  readonly dueAt: Instant;
  /** When 80% of the time is used; never after `dueAt`. */
  readonly yellowAt: Instant;
};

/** One promise running against its limit. */
export type Clock = DueMoments & {
  readonly startedAt: Instant;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  readonly stoppedAt?: Instant;
};

export const LIGHTS = ['green', 'yellow', 'red', 'grey', 'done'] as const;
export type Light = (typeof LIGHTS)[number];

export const YELLOW_FRACTION = 0.8;

/** A clock that begins to run; `moments` come from `dueMoments`. */
export const startClock = (startedAt: Instant, limit: Limit, moments: DueMoments): Clock => ({
  startedAt,
  limit,
  dueAt: moments.dueAt,
  yellowAt: moments.yellowAt,
  pauses: [],
});

/** The clock with one more entry in its pause ledger; the due time moves when the clock runs again. */
export const pauseClock = (clock: Clock, pause: Pause): Clock => ({
  ...clock,
  pauses: [...clock.pauses, pause],
});

/** The pauses once those still open are ended; with a reason, only the open ones of that reason. */
export const endedPauses = (
  pauses: readonly Pause[],
  { at, reason }: { readonly at: Instant; readonly reason?: string | undefined },
): readonly Pause[] =>
  pauses.map((pause) => {
    const ends = pause.to === undefined && (reason === undefined || pause.reason === reason);
    return ends ? { ...pause, to: maxInstant(at, pause.from) } : pause;
  });

/** The clock running again; `moments` come from `resumedDue` and travelled in the event. */
export const resumeClock = (
  clock: Clock,
  resumed: { readonly at: Instant; readonly reason?: string | undefined },
  moments: DueMoments,
): Clock => ({
  ...clock,
  dueAt: moments.dueAt,
  yellowAt: moments.yellowAt,
  pauses: endedPauses(clock.pauses, resumed),
});

/** The clock under another limit, from the same start and with the same pauses; `moments` come from `reclassifiedDue`. */
export const reclassify = (clock: Clock, limit: Limit, moments: DueMoments): Clock => ({
  ...clock,
  limit,
  dueAt: moments.dueAt,
  yellowAt: moments.yellowAt,
});

/** The clock of a promise that has been kept, or has fallen away, at this moment. A stopped clock stays stopped. */
export const stopClock = (clock: Clock, at: Instant): Clock =>
  clock.stoppedAt === undefined ? { ...clock, stoppedAt: at } : clock;

const isStopped = (clock: Clock, at: Instant): boolean =>
  clock.stoppedAt !== undefined && clock.stoppedAt <= at;

/** Whether the clock is held by a pause at this moment. */
export const isPaused = (clock: Clock, at: Instant): boolean =>
  !isStopped(clock, at) && clock.pauses.some((pause) => isPausing(pause, at));

/** The moment up to which time has run for the clock: `now`, or its stop, or the start of the pause that holds it. */
export const runningUntil = (clock: Clock, now: Instant): Instant => {
  const moment = clock.stoppedAt !== undefined && clock.stoppedAt < now ? clock.stoppedAt : now;
  return pausedSince(clock.pauses, moment) ?? moment;
};

/** Whether the limit was overrun by now, or when the clock was stopped. Exactly at the due time is in time. */
export const isOverdue = (clock: Clock, now: Instant): boolean => runningUntil(clock, now) > clock.dueAt;

/** The light at this moment; done once stopped, else grey while paused, red once overdue, yellow from 80% of the time used. */
export const light = (clock: Clock, now: Instant): Light => {
  if (isStopped(clock, now)) return 'done';
  if (isPaused(clock, now)) return 'grey';
  if (now > clock.dueAt) return 'red';
  return now >= clock.yellowAt ? 'yellow' : 'green';
};
