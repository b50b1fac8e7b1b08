import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveBehind } from './present.ts';
import { tickingMoment, watchTicks } from './ticking.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 9, 1, 0) });
});
afterEach(() => {
  liveBehind(0);
  vi.useRealTimers();
});

test('everything on a page shows the same moment until the next tick tells of another', () => {
  const told = vi.fn();
  const leave = watchTicks(told);
  const stop = watchTicks(() => undefined);
  expect(tickingMoment()).toBe('2026-03-09T09:00:00.000+08:00');
  vi.advanceTimersByTime(29_000);
  expect(tickingMoment()).toBe('2026-03-09T09:00:00.000+08:00');
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveBeenCalledTimes(1);
  expect(tickingMoment()).toBe('2026-03-09T09:00:30.000+08:00');
  leave();
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that opens later, or in a zone that lives behind, does not show a moment that is over', () => {
  tickingMoment();
  liveBehind(3_600_000);
  expect(tickingMoment()).toBe('2026-03-09T08:00:00.000+08:00');
  vi.advanceTimersByTime(600_000);
  expect(tickingMoment()).toBe('2026-03-09T08:10:00.000+08:00');
});
