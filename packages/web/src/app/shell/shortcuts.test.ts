import { expect, test } from 'vitest';
import { readKey, WAIT_MS } from './shortcuts.ts';

const pressed = { isTyping: false, hasModifier: false, waitingSince: undefined, at: 5_000 };

test('a slash searches, a question mark helps', () => {
  expect(readKey({ ...pressed, key: '/' })).toEqual({ kind: 'search' });
  expect(readKey({ ...pressed, key: '?' })).toEqual({ kind: 'help' });
});

test('g waits for a letter and goes there, also to g', () => {
  expect(readKey({ ...pressed, key: 'g' })).toEqual({ kind: 'wait' });
  expect(readKey({ ...pressed, key: 'd', waitingSince: 4_500 })).toEqual({ kind: 'go', letter: 'd' });
  expect(readKey({ ...pressed, key: 'g', waitingSince: 4_500 })).toEqual({ kind: 'go', letter: 'g' });
});

test('a letter that comes too late or without g does nothing', () => {
  expect(readKey({ ...pressed, key: 'd', waitingSince: 5_000 - WAIT_MS - 1 })).toEqual({ kind: 'none' });
  expect(readKey({ ...pressed, key: 'd' })).toEqual({ kind: 'none' });
});

test('typing and combinations of keys are left alone', () => {
  expect(readKey({ ...pressed, key: '/', isTyping: true })).toEqual({ kind: 'none' });
  expect(readKey({ ...pressed, key: '/', hasModifier: true })).toEqual({ kind: 'none' });
});
