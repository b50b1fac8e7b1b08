import { expect, it } from 'vitest';
import { roomBelow } from './room-below.ts';

it('gives a list what the window leaves under its head, so that the page need not scroll', () => {
  expect(roomBelow({ top: 203, window: 900 })).toBe(625);
  expect(roomBelow({ top: 203.4, window: 900 })).toBe(624);
});

it('leaves a list that begins low on its page to scroll with the page', () => {
  expect(roomBelow({ top: 560, window: 900 })).toBeUndefined();
});
