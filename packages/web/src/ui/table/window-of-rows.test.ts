import { expect, test } from 'vitest';
import { ALL_DRAWN, windowOfRows } from './window-of-rows.ts';

const short = { count: ALL_DRAWN, rowHeight: 40, scrolled: 900, viewport: 600 };

test('a short list is drawn whole', () => {
  const whole = { first: 0, end: ALL_DRAWN, above: 0, below: 0 };
  expect(windowOfRows({ ...short, isWhole: true })).toEqual(whole);
  // On phones the page scrolls, and all of the list is in sight.
  expect(windowOfRows({ ...short, viewport: Infinity, isWhole: false })).toEqual(whole);
});

test('of new rows those in sight are drawn, wherever the rows before were scrolled to', () => {
  const { first, end } = windowOfRows({ ...short, isWhole: false });
  expect([first < 900 / 40, end > 1_500 / 40, end - first < 60]).toEqual([true, true, true]);
  expect(windowOfRows({ ...short, count: 5, scrolled: 3_000, isWhole: false })).toMatchObject({
    first: 0,
    end: 5,
  });
});

test.each([0, 1, 39, 40, 12_345, 3_999_400, 9_999_999])(
  'every row in sight is drawn, scrolled by %d px',
  (scrolled) => {
    const list = { count: 100_000, rowHeight: 40, scrolled, viewport: 600, isWhole: true };
    const drawn = windowOfRows(list);
    expect(drawn.above + (drawn.end - drawn.first) * 40 + drawn.below).toBe(4_000_000);
    expect(drawn.first * 40).toBeLessThanOrEqual(Math.min(scrolled, 4_000_000));
    expect(drawn.end * 40).toBeGreaterThanOrEqual(Math.min(scrolled + 600, 4_000_000));
    expect(drawn.end - drawn.first).toBeLessThan(60);
  },
);
