import { expect, test } from 'vitest';
import { isTyping, nextIndex } from './list-keys.ts';

test('j and k walk a list and stop at its ends', () => {
  expect(nextIndex('j', -1, 3)).toBe(0);
  expect(nextIndex('ArrowDown', 2, 3)).toBe(2);
  expect(nextIndex('k', 0, 3)).toBe(0);
  expect(nextIndex('k', -1, 3)).toBe(2);
  expect(nextIndex('End', 0, 3)).toBe(2);
  expect(nextIndex('Home', 2, 3)).toBe(0);
});

test('other keys and empty lists lead nowhere', () => {
  expect(nextIndex('x', 0, 3)).toBeUndefined();
  expect(nextIndex('j', -1, 0)).toBeUndefined();
});

test('a letter typed into a field is text, on a tick box it is a command', () => {
  expect(isTyping({ tagName: 'INPUT', type: 'search' })).toBe(true);
  expect(isTyping({ tagName: 'TEXTAREA' })).toBe(true);
  expect(isTyping({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
  expect(isTyping({ tagName: 'BUTTON' })).toBe(false);
  expect(isTyping(null)).toBe(false);
});
