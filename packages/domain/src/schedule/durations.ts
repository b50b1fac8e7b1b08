import {
  CALENDAR_DAYS,
  ELAPSED,
  ELAPSED_LAG,
  MILESTONE,
  NO_LAG,
  WORKING,
  WORKING_LAG,
} from './compiled-network.ts';
import { DAY } from './minute.ts';
import type { Duration, DurationUnit, Lag } from './network.ts';

/** A century of minutes: longer is a slip of the pen. */
const LONGEST = 100 * 366 * DAY;

const ELAPSED_MINUTES: Partial<Record<DurationUnit, number>> = {
  elapsedMinutes: 1,
  elapsedHours: 60,
  elapsedDays: DAY,
};

/** A node's kind and length; undefined when it is no whole minute (or calendar day) from 0 to a century. */
export const compileDuration = (
  { amount, unit }: Duration,
  minutesPerDay: number,
): { readonly kind: number; readonly length: number } | undefined => {
  const elapsed = ELAPSED_MINUTES[unit];
  const working = unit === 'minutes' ? 1 : unit === 'hours' ? 60 : minutesPerDay;
  const length = unit === 'calendarDays' ? amount : Math.round(amount * (elapsed ?? working));
  const whole = Number.isSafeInteger(length) && length >= 0 && length <= LONGEST;
  if (!whole) return undefined;
  if (length === 0) return { kind: MILESTONE, length };
  if (unit === 'calendarDays') return { kind: CALENDAR_DAYS, length };
  return { kind: elapsed === undefined ? WORKING : ELAPSED, length };
};

/** A link's lag; a share of a predecessor counted in calendar days or elapsed time is elapsed time itself. */
export const compileLag = (
  { amount, unit }: Lag,
  minutesPerDay: number,
  predecessor: { readonly kind: number; readonly length: number },
): { readonly kind: number; readonly length: number } | undefined => {
  if (unit === 'percent') {
    const days = predecessor.kind === CALENDAR_DAYS ? DAY : 1;
    const length = Math.round((predecessor.length * days * amount) / 100);
    const kind = predecessor.kind === WORKING ? WORKING_LAG : ELAPSED_LAG;
    return Math.abs(length) <= LONGEST ? { kind: length === 0 ? NO_LAG : kind, length } : undefined;
  }
  const size = compileDuration({ amount: Math.abs(amount), unit }, minutesPerDay);
  if (size === undefined) return undefined;
  if (size.kind === MILESTONE) return { kind: NO_LAG, length: 0 };
  return { kind: size.kind === WORKING ? WORKING_LAG : ELAPSED_LAG, length: Math.sign(amount) * size.length };
};
