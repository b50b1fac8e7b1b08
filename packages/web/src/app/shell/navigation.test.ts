import { ROLES } from '@xiaoer/domain/access/role';
import { expect, test } from 'vitest';
import { currentEntry, entriesFor, homeOf, NAVIGATION, phoneEntries } from './navigation.ts';

const keys = (entries: readonly { key: string }[]) => entries.map(({ key }) => key);

test('an enterprise sees its portal and nothing of the office', () => {
  expect(keys(entriesFor(NAVIGATION, ['enterprise']))).toEqual(['portalHome', 'raise', 'myTeam']);
});

test('an administrator keeps the set-up, begins there, and is offered no demand and no log', () => {
  expect(keys(entriesFor(NAVIGATION, ['admin']))).toEqual(['people', 'calendar', 'catalogue']);
  expect(keys(phoneEntries(entriesFor(NAVIGATION, ['admin'])))).toEqual(['people', 'calendar', 'catalogue']);
  expect(homeOf(['admin'])).toBe('/people');
});

test('everybody begins where they have something to do', () => {
  expect(homeOf(['enterprise'])).toBe('/portal');
  expect(homeOf(['officer'])).toBe('/');
  expect(homeOf(['admin', 'desk'])).toBe('/');
});

test('an officer has the desk and the register button under the thumb', () => {
  expect(keys(phoneEntries(entriesFor(NAVIGATION, ['officer'])))).toEqual([
    'desk',
    'register',
    'demands',
    'enterprises',
  ]);
});

test.each(ROLES)('the letters of one person’s entries are all different (%s)', (role) => {
  const letters = entriesFor(NAVIGATION, [role]).map(({ letter }) => letter);
  expect(letters.length).toBeGreaterThan(0);
  expect(new Set(letters).size).toBe(letters.length);
});

test('a page belongs to the entry with the longest matching address', () => {
  const visible = entriesFor(NAVIGATION, ['officer']);
  expect(currentEntry(visible, '/')?.key).toBe('desk');
  expect(currentEntry(visible, '/demands/7')?.key).toBe('demands');
  expect(currentEntry(visible, '/demands/register')?.key).toBe('register');
  expect(currentEntry(visible, '/demandsx')).toBeUndefined();
});
