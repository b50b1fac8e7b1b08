import type { Instant } from '@xiaoer/domain/time/instant';
import { zoneClocks, zoneNow } from './db/zone-clock.ts';
import { DEMAND_FILE_NAMINGS } from './demand/file-namings.ts';
import { forgetOldKeys } from './execute/idempotency.ts';
import type { FileRoom } from './files/file-room.ts';
import { sweepUploads } from './files/sweep-uploads.ts';
import { tellCalendarEnding, type CalendarEndingDeps } from './settings/calendar-ending.ts';

export type DailyDeps = CalendarEndingDeps & {
  readonly files: FileRoom;
  /** Tells every process that notices may have come. */
  readonly announce: () => Promise<unknown>;
};

/** How often the day's work is looked at: each part of it is done once, however often and by however many it is asked for. */
export const DAILY_LOOK_MS = 3_600_000;

/** What every zone needs once a day, whether anybody does something in it or not. */
export const doDaily = async (deps: DailyDeps, now: Instant): Promise<void> => {
  const sweeping = { pool: deps.pool, storage: deps.files.storage, namings: DEMAND_FILE_NAMINGS };
  let told = 0;
  for (const { tenantId, behindMs } of await zoneClocks(deps.pool)) {
    const zoneTime = zoneNow(now, behindMs);
    told += await tellCalendarEnding(deps, tenantId, zoneTime);
    await sweepUploads(sweeping, tenantId, zoneTime);
    await forgetOldKeys(deps.pool, tenantId, zoneTime);
  }
  if (told > 0) await deps.announce();
};
