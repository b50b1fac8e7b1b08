import type { Instant } from '@xiaoer/domain/time/instant';
import { zoneClocks, zoneNow } from './db/zone-clock.ts';
import { tellCalendarEnding, type CalendarEndingDeps } from './settings/calendar-ending.ts';

export type DailyDeps = CalendarEndingDeps & {
  /** Tells every process that notices may have come. */
  readonly announce: () => Promise<unknown>;
};

/** How often the day's work is looked at: each part of it is done once, however often and by however many it is asked for. */
export const DAILY_LOOK_MS = 3_600_000;

/** What every zone needs once a day, whether anybody does something in it or not. */
export const doDaily = async (deps: DailyDeps, now: Instant): Promise<void> => {
  let told = 0;
  for (const { tenantId, behindMs } of await zoneClocks(deps.pool))
    told += await tellCalendarEnding(deps, tenantId, zoneNow(now, behindMs));
  if (told > 0) await deps.announce();
};
