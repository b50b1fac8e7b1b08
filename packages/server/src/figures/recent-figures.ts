import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { ComputedFigure } from './compute-figures.ts';
import type { FigureSpan } from './figure-rows.ts';

export type FiguresOfMoment = { readonly computedAt: Instant; readonly figures: readonly ComputedFigure[] };

/** Zones with fewer demands in the period are counted anew each time. */
const MANY = 500;
const KEPT_MS = 30_000;
const MOST = 200;

type Entry = { readonly from: number; readonly figures: Promise<FiguresOfMoment> };

const isLarge = ({ figures }: FiguresOfMoment): boolean =>
  figures.some(({ id, rows }) => id === 'demands-collected' && rows >= MANY);

/**
 * Figures of large zones for half a minute, so that many who look at the same time are counted for once. The answer says
 * of which moment it is. A failure is not kept.
 */
export const recentFigures = (clock: () => number = () => performance.now()) => {
  const kept = new Map<string, Entry>();
  return async (
    tenantId: TenantId,
    { from, asOf }: FigureSpan,
    compute: () => Promise<FiguresOfMoment>,
  ): Promise<FiguresOfMoment> => {
    const key = `${tenantId} ${from} ${asOf}`;
    const known = kept.get(key);
    if (known !== undefined && clock() - known.from < KEPT_MS) return known.figures;
    const entry = { from: clock(), figures: compute() };
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    const letGo = (): unknown => kept.get(key) === entry && kept.delete(key);
    try {
      const answer = await entry.figures;
      if (!isLarge(answer)) letGo();
      return answer;
    } catch (error) {
      letGo();
      throw error;
    }
  };
};
