import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { useSyncExternalStore } from 'react';
import { dayOf } from '../lib/format/day.ts';
import { tickingMoment, watchTicks } from '../lib/format/ticking.ts';

/** The zone's moment, renewed twice a minute: lights change while a page stands open. A sample zone's clock is behind. */
export function useNow(): { readonly now: Instant; readonly today: LocalDate } {
  const now = useSyncExternalStore(watchTicks, tickingMoment);
  return { now, today: dayOf(now) };
}
