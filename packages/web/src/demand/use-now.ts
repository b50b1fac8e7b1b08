import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { useEffect, useState } from 'react';
import { dayOf, instantOf } from '../lib/format/day.ts';
import { useMe } from '../lib/session/use-me.ts';

const TICK_MS = 30_000;

/** The zone's moment, renewed twice a minute: lights change while a page stands open. A sample zone's clock is behind. */
export function useNow(): { readonly now: Instant; readonly today: LocalDate } {
  const behind = useMe()?.clockBehindMs ?? 0;
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const now = instantOf(real - behind);
  return { now, today: dayOf(now) };
}
