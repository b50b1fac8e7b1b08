import type { Instant } from '@xiaoer/domain/time/instant';
import { expect, test } from 'vitest';
import type { DemandItem } from '../light-of.ts';
import { mostPressing } from './leader-items.ts';

const item = (
  id: string,
  urgency: DemandItem['urgency'],
  [day, status = 'handling']: readonly [string, string?],
): DemandItem =>
  ({ id, urgency, status, dueAt: `2026-03-${day}T18:00:00.000+08:00` as Instant }) as unknown as DemandItem;

test('each stands there once, the most urgent and longest due first, without those already dealt with', () => {
  const late = [item('a', 'general', ['01']), item('b', 'urgent', ['05']), item('c', 'urgent', ['04'])];
  const urgent = [
    item('b', 'urgent', ['05']),
    item('d', 'critical', ['09']),
    item('e', 'critical', ['08', 'closed']),
  ];
  expect(mostPressing([late, urgent], new Set()).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  expect(mostPressing([late, urgent], new Set(['d'])).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
