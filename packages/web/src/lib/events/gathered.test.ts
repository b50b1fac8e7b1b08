import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first call is answered at once', () => {
  const work = vi.fn(() => Promise.resolve());
  gathered(work, 500)();
  expect(work).toHaveBeenCalledTimes(1);
});

test('a storm is answered with one more round, and only after the first has ended', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => void ends.push(resolve)));
  const ask = gathered(work, 500);
  for (let at = 0; at < 5_000; at += 1) ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(499);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
});

test('a call after the rest is answered at once again, and without calls nothing is done', async () => {
  const work = vi.fn(() => Promise.resolve());
  const ask = gathered(work, 500);
  ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(1);
  ask();
  expect(work).toHaveBeenCalledTimes(2);
});
