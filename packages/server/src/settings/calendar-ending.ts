import { hasRole } from '@xiaoer/domain/access/actor';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { addDays, daysBetween, type LocalDate } from '@xiaoer/domain/time/local-date';
import type { WorkCalendar } from '@xiaoer/domain/time/work-calendar';
import type { Pool } from 'pg';
import { actorOf, type Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { transact } from '../db/transact.ts';
import { insertNotices, type Told } from '../workers/insert-notices.ts';
import { ALARM_DAYS } from './known-days.ts';

export type CalendarEndingDeps = { readonly pool: Pool; readonly configuration: ReadConfiguration };

const administrators = (configuration: Configuration, today: LocalDate): readonly PersonId[] =>
  [...configuration.staff.values()]
    .filter((person) => hasRole(actorOf(configuration, person, today), 'admin'))
    .map(({ id }) => id);

type Ending = { readonly lastDay: LocalDate; readonly daysLeft: number; readonly year: string };

/** The calendar that ends first, when that is soon: with the year that is missing. */
const endingSoon = (calendars: readonly WorkCalendar[], today: LocalDate): Ending | undefined => {
  const [lastDay] = calendars.map(({ coverage }) => coverage.to).sort();
  if (lastDay === undefined) return undefined;
  const daysLeft = Math.max(0, daysBetween(today, lastDay));
  return daysLeft < ALARM_DAYS ? { lastDay, daysLeft, year: addDays(lastDay, 1).slice(0, 4) } : undefined;
};

/**
 * Tells every administrator of the zone, once for each missing year, that the work calendar ends soon: what falls due
 * after its last day cannot be computed. Answers with how many are told or were.
 */
export const tellCalendarEnding = (
  { pool, configuration }: CalendarEndingDeps,
  tenantId: TenantId,
  now: Instant,
): Promise<number> =>
  transact(pool, { tenantId }, async (tx) => {
    const known = await configuration(tx);
    const today = dateOf(now);
    const ending = endingSoon(Object.values(known.calendars), today);
    if (ending === undefined || known.settings === undefined) return { answer: 0, keep: false };
    const { year, lastDay, daysLeft } = ending;
    const told: Told = {
      drafts: administrators(known, today).map((personId) => ({
        personId,
        kind: 'calendarEnding',
        facts: { year, lastDay, daysLeft },
      })),
      streamId: known.settings.id,
      cause: year,
      now,
    };
    return { answer: await insertNotices(tx, [told], { now, outside: true }), keep: true };
  });
