import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { useState } from 'react';
import { dayOf } from './day.ts';
import { presentMoment } from './present.ts';

/** The moment at which the page was drawn first, on the zone's clock. */
export function useNow(): Instant {
  const [now] = useState(() => presentMoment());
  return now;
}

/** Today on the zone's clock. */
export const useToday = (): LocalDate => dayOf(useNow());
