import type { LocalDate } from '@xiaoer/domain/time/local-date';

export type Span = { readonly from: LocalDate; readonly to: LocalDate | null };

/** Whether a span of days is over, holds today, or has not begun. */
export const spanStands = ({ from, to }: Span, today: LocalDate): 'past' | 'current' | 'coming' => {
  if (to !== null && to < today) return 'past';
  return from > today ? 'coming' : 'current';
};

/** Current first, then what is coming, then what is over; each by its beginning, newest first; of one day as given. */
export function bySpan<Item extends Span>(items: readonly Item[], today: LocalDate): readonly Item[] {
  const order = { current: 0, coming: 1, past: 2 } as const;
  return [...items].sort((one, two) => {
    const apart = order[spanStands(one, today)] - order[spanStands(two, today)];
    if (apart !== 0 || one.from === two.from) return apart;
    return one.from < two.from ? 1 : -1;
  });
}
