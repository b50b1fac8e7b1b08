import { expect, test } from 'vitest';
import { ALL_DRAWN, windowOfRows } from './window-of-rows.ts';

test('a short list is drawn whole', () => {
  expect(windowOfRows({ count: ALL_DRAWN, rowHeight: 40, scrolled: 900, viewport: 600 })).toEqual({
    first: 0,
    end: ALL_DRAWN,
    above: 0,
    below: 0,
  });
});

test.each([0, 1, 39, 40, 12_345, 3_999_400, 9_999_999])(
  'every row in sight is drawn, scrolled by %d px',
  (scrolled) => {
    const list = { count: 100_000, rowHeight: 40, scrolled, viewport: 600 };
    const drawn = windowOfRows(list);
    expect(drawn.above + (drawn.end - drawn.first) * 40 + drawn.below).toBe(4_000_000);
    expect(drawn.first * 40).toBeLessThanOrEqual(Math.min(scrolled, 4_000_000));
    expect(drawn.end * 40).toBeGreaterThanOrEqual(Math.min(scrolled + 600, 4_000_000));
    expect(drawn.end - drawn.first).toBeLessThan(60);
  },
);
