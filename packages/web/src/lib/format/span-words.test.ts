import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import { bySpan, spanStands } from './span-words.ts';

const span = (from: string, to: string | null) => ({ from: from as LocalDate, to: to as LocalDate | null });
const today = '2026-03-10' as LocalDate;

test('a span holds its first and its last day', () => {
  expect(spanStands(span('2026-03-10', null), today)).toBe('current');
  expect(spanStands(span('2026-03-01', '2026-03-10'), today)).toBe('current');
  expect(spanStands(span('2026-03-01', '2026-03-09'), today)).toBe('past');
  expect(spanStands(span('2026-03-11', null), today)).toBe('coming');
});

test('what holds today comes first, what is over last', () => {
  const sorted = bySpan(
    [span('2025-01-01', '2025-02-01'), span('2026-04-01', null), span('2026-01-01', null)],
    today,
  );
  expect(sorted.map(({ from }) => from)).toEqual(['2026-01-01', '2026-04-01', '2025-01-01']);
});

test('what began on one day stays in the order in which it is given', () => {
  const team = ['linkedLeader', 'parkCadre', 'serviceOfficer'].map((role) => ({
    role,
    ...span('2026-01-01', null),
  }));
  expect(bySpan(team, today)).toEqual(team);
});
