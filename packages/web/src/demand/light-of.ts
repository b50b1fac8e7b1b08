import { light, runningUntil } from '@xiaoer/domain/time/clock';
import type { Clock, Light } from '@xiaoer/domain/time/clock';
import type { Instant } from '@xiaoer/domain/time/instant';
import { pausedSpans } from '@xiaoer/domain/time/pause';
import type { demandItem, workEntry } from '@xiaoer/contract/demand-views';
import type { z } from 'zod';
import type { Tone } from '../ui/tone.ts';

export type DemandItem = z.output<typeof demandItem>;
type WorkEntry = z.output<typeof workEntry>;

export const TONE_OF: Readonly<Record<Light, Tone>> = {
  green: 'fine',
  yellow: 'soon',
  red: 'late',
  grey: 'paused',
  done: 'done',
};

type Timed = Pick<DemandItem, 'startedAt' | 'yellowAt' | 'dueAt' | 'stoppedAt' | 'pausedSince' | 'closedAt'>;

/** The clock of the promise to settle, as far as a row of a list carries it. */
const clockOfItem = ({ startedAt, yellowAt, dueAt, stoppedAt, pausedSince, closedAt }: Timed): Clock => {
  const stopped = stoppedAt ?? closedAt;
  return {
    startedAt,
    yellowAt,
    dueAt,
    limit: { unit: 'naturalMinutes', amount: 0, start: 'immediately', rollForward: false },
    pauses: pausedSince === null ? [] : [{ reason: '', from: pausedSince, by: '' }],
    ...(stopped === null ? {} : { stoppedAt: stopped }),
  };
};

/** The light of a demand in a list, by the domain's own rule. */
export const lightOfItem = (item: Timed, now: Instant): Light => light(clockOfItem(item), now);

type TimedWork = Pick<WorkEntry, 'dueAt' | 'yellowAt'> & { readonly demand: Timed };

/** How a piece of work stands: a promise by its own clock; other work is due or overdue, nobody knows when it began. */
export const lightOfWork = ({ dueAt, yellowAt, demand }: TimedWork, now: Instant): Light => {
  if (dueAt === null) return 'green';
  if (yellowAt === null) return now > dueAt ? 'red' : 'green';
  return lightOfItem({ ...demand, dueAt, yellowAt, stoppedAt: null }, now);
};

const time = (at: Instant): number => Date.parse(at);

/** A clock's bar: the part used, and the pauses as parts of the whole span. */
export function barOf(clock: Clock, now: Instant) {
  const begin = time(clock.startedAt);
  const end = time(clock.dueAt);
  const whole = Math.max(1, end - begin);
  const share = (at: Instant): number => (time(at) - begin) / whole;
  return {
    used: share(runningUntil(clock, now)),
    pauses: pausedSpans(clock.pauses, now).map(({ from, to }) => ({ from: share(from), to: share(to) })),
  };
}

/** The same for a row of a list. */
export const barOfItem = (item: Timed, now: Instant) => barOf(clockOfItem(item), now);
