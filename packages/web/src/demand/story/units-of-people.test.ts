import { expect, test } from 'vitest';
import { unitsOfPeople } from './units-of-people.ts';

const story = [
  { version: 1, data: { owner: { unitId: 'station', personId: 'feng' }, files: [] } },
  { version: 3, data: { lead: { unitId: 'works' } } },
  { version: 4, data: { from: { unitId: 'works' }, to: { unitId: 'works', personId: 'han' } } },
  { version: 6, data: { members: [{ unitId: 'finance', personId: 'han' }] } },
  { version: 7, data: { answer: null } },
];

test('tells for which unit somebody acted when the story names them together', () => {
  const unitOf = unitsOfPeople(story);
  expect(unitOf('feng', 1)).toBe('station');
  expect(unitOf('feng', 7)).toBe('station');
});

test('tells the unit of that time, not the one they moved to later', () => {
  const unitOf = unitsOfPeople(story);
  expect([unitOf('han', 2), unitOf('han', 5), unitOf('han', 7)]).toEqual(['works', 'works', 'finance']);
});

test('tells no unit of whom the story names none', () => {
  expect(unitsOfPeople(story)('desk', 7)).toBeUndefined();
});
