import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { assertDate } from '@xiaoer/domain/time/local-date';
import { describe, expect, it } from 'vitest';
import { recentFigures, type FiguresOfMoment } from './recent-figures.ts';

const SPAN = { from: assertDate('2022-01-01'), asOf: assertDate('2022-09-30') };
const [EAST, WEST] = [1, 2] as TenantId[] as [TenantId, TenantId];

const answer = (rows: number): FiguresOfMoment => ({
  computedAt: assertInstant('2022-09-30T09:00:00.000+08:00'),
  figures: [{ id: 'demands-collected', rows }] as unknown as FiguresOfMoment['figures'],
});

const counted = (rows: number, clock = () => 0) => {
  const recent = recentFigures(clock);
  let computed = 0;
  const ask = (tenantId = EAST, span = SPAN) =>
    recent(tenantId, span, async () => {
      computed += 1;
      return answer(rows);
    });
  return { ask, computed: () => computed };
};

describe('figures of a moment', () => {
  it('are counted anew for a zone of ordinary size', async () => {
    const { ask, computed } = counted(499);
    await ask();
    await ask();
    expect(computed()).toBe(2);
  });

  it('are counted once in half a minute for a large zone, and for many who ask together', async () => {
    let now = 0;
    const { ask, computed } = counted(500, () => now);
    await Promise.all([ask(), ask()]);
    now = 29_999;
    await ask();
    expect(computed()).toBe(1);
    now = 30_000;
    await ask();
    expect(computed()).toBe(2);
  });

  it('are kept apart by zone and span', async () => {
    const { ask, computed } = counted(500);
    await ask();
    await ask(WEST);
    await ask(EAST, { ...SPAN, asOf: assertDate('2022-09-29') });
    expect(computed()).toBe(3);
  });

  it('are asked for again after a failure', async () => {
    const recent = recentFigures();
    await expect(recent(EAST, SPAN, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await recent(EAST, SPAN, async () => answer(500))).toMatchObject(answer(500));
  });
});
