import type { Instant } from '@xiaoer/domain/time/instant';
import { expect, test } from 'vitest';
import { deskSections } from './desk-sections.ts';
import type { WorkEntry } from './desk-sections.ts';

const at = (text: string): Instant => `2026-03-${text}:00.000+08:00` as Instant;
const owed = (dueAt: Instant | null): WorkEntry => ({ dueAt }) as unknown as WorkEntry;

test('what is owed is parted by its due time, the day ends at midnight', () => {
  const mine = [at('09T09:59'), at('09T18:00'), at('10T00:00'), at('10T00:01'), null].map(owed);
  const parted = deskSections({ mine, ofMyUnits: [owed(at('01T00:00'))] }, at('09T10:00'));
  expect(parted.map(({ key, entries }) => [key, entries.map(({ dueAt }) => dueAt?.slice(8, 16))])).toEqual([
    ['overdue', ['09T09:59']],
    ['today', ['09T18:00', '10T00:00']],
    ['later', ['10T00:01', undefined]],
    ['ofUnit', ['01T00:00']],
  ]);
});
