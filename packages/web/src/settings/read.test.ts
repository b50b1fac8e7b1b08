import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import { inForce } from './read.ts';

const entry = (from: string, value: number) => ({ from: from as LocalDate, value });
const list = [entry('2026-01-01', 1), entry('2026-03-01', 2), entry('2026-05-01', 3)];

test('a value holds from its first day until the next one begins', () => {
  expect(inForce(list, '2026-02-28' as LocalDate).current?.value).toBe(1);
  expect(inForce(list, '2026-03-01' as LocalDate).current?.value).toBe(2);
});

test('what begins later is coming, the last of them in force in the end', () => {
  expect(inForce(list, '2026-03-10' as LocalDate).coming.map(({ value }) => value)).toEqual([3]);
  expect(inForce(list, '2026-06-01' as LocalDate)).toMatchObject({ current: { value: 3 }, coming: [] });
});
