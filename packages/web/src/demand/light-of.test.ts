import type { Instant } from '@xiaoer/domain/time/instant';
import { expect, test } from 'vitest';
import { barOfItem, lightOfItem, lightOfWork } from './light-of.ts';

const at = (text: string): Instant => `${text}:00.000+08:00` as Instant;
const item = {
  startedAt: at('2026-03-02T09:00'),
  yellowAt: at('2026-03-10T09:00'),
  dueAt: at('2026-03-12T09:00'),
  stoppedAt: null,
  pausedSince: null,
  closedAt: null,
};

test.each([
  ['2026-03-09T09:00', 'green'],
  ['2026-03-10T09:00', 'yellow'],
  ['2026-03-12T09:00', 'yellow'],
  ['2026-03-12T09:01', 'red'],
] as const)('a running demand at %s is %s', (now, expected) => {
  expect(lightOfItem(item, at(now))).toBe(expected);
});

test('a paused demand is grey even beyond its due time, a closed one is done', () => {
  const now = at('2026-03-20T09:00');
  expect(lightOfItem({ ...item, pausedSince: at('2026-03-05T09:00') }, now)).toBe('grey');
  expect(lightOfItem({ ...item, closedAt: at('2026-03-11T09:00') }, now)).toBe('done');
});

test('a promise on the desk has the light of its own clock', () => {
  const plan = { dueAt: at('2026-03-06T00:00'), yellowAt: at('2026-03-05T09:00'), demand: item };
  expect(lightOfWork(plan, at('2026-03-05T08:59'))).toBe('green');
  expect(lightOfWork(plan, at('2026-03-05T09:00'))).toBe('yellow');
  expect(lightOfWork(plan, at('2026-03-06T00:01'))).toBe('red');
  const paused = { ...item, pausedSince: at('2026-03-03T09:00') };
  expect(lightOfWork({ ...plan, demand: paused }, at('2026-03-09T09:00'))).toBe('grey');
});

test('the promise to settle has the same light on the desk as in every list', () => {
  const settle = { dueAt: item.dueAt, yellowAt: item.yellowAt, demand: item };
  for (const now of ['2026-03-09T09:00', '2026-03-10T09:00', '2026-03-12T09:01'])
    expect(lightOfWork(settle, at(now))).toBe(lightOfItem(item, at(now)));
});

test('other work is red once its due time has passed, and never yellow', () => {
  const step = { dueAt: at('2026-03-04T18:00'), yellowAt: null, demand: item };
  expect(lightOfWork(step, at('2026-03-04T18:00'))).toBe('green');
  expect(lightOfWork(step, at('2026-03-04T18:01'))).toBe('red');
  expect(lightOfWork({ ...step, dueAt: null }, at('2026-03-30T09:00'))).toBe('green');
});

test('the bar is used up at the due time', () => {
  expect(barOfItem(item, at('2026-03-07T09:00')).used).toBeCloseTo(0.5);
  expect(barOfItem(item, at('2026-03-12T09:00')).used).toBe(1);
  expect(barOfItem({ ...item, pausedSince: at('2026-03-07T09:00') }, at('2026-03-11T09:00'))).toMatchObject({
    used: 0.5,
    pauses: [{ from: 0.5 }],
  });
});
