import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { useEffect, useState } from 'react';
import { dayOf, instantOf } from '../lib/format/day.ts';

const TICK_MS = 30_000;

/** The moment, renewed twice a minute: lights change while a page stands open. */
export function useNow(): { readonly now: Instant; readonly today: LocalDate } {
  const [now, setNow] = useState(() => instantOf(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setNow(instantOf(Date.now())), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return { now, today: dayOf(now) };
}
