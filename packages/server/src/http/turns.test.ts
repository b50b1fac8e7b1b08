import { addMinutes, assertInstant } from '@xiaoer/domain/time/instant';
import { expect, it } from 'vitest';
import { openTurns } from './turns.ts';

const now = assertInstant('2022-06-01T10:00:00.000+08:00');

it('gives a person one turn at a time, and others theirs', () => {
  const turns = openTurns({ perMinute: 6 });
  const done = turns.take({ who: 'wang', what: 'people', now });
  expect(done).toBeDefined();
  expect(turns.take({ who: 'wang', what: 'projects', now })).toBeUndefined();
  expect(turns.take({ who: 'li', what: 'people', now })).toBeDefined();
  done?.();
  expect(turns.take({ who: 'wang', what: 'projects', now })).toBeDefined();
});

it('ends only its own turn, however often it is told', () => {
  const turns = openTurns({ perMinute: 6 });
  const first = turns.take({ who: 'wang', what: 'people', now });
  first?.();
  expect(turns.take({ who: 'wang', what: 'people', now })).toBeDefined();
  first?.();
  expect(turns.take({ who: 'wang', what: 'people', now })).toBeUndefined();
});

it('gives so many a minute, each kind by itself', () => {
  const turns = openTurns({ perMinute: 2 });
  const often = (what: string, at = now) => {
    const done = turns.take({ who: 'wang', what, now: at });
    done?.();
    return done !== undefined;
  };
  expect([often('people'), often('people'), often('people'), often('projects')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(often('people', addMinutes(now, 1))).toBe(true);
});

it('takes a turn whose end nobody saw for over after ten minutes', () => {
  const turns = openTurns({ perMinute: 6 });
  turns.take({ who: 'wang', what: 'people', now });
  expect(turns.take({ who: 'wang', what: 'people', now: addMinutes(now, 9) })).toBeUndefined();
  expect(turns.take({ who: 'wang', what: 'people', now: addMinutes(now, 10) })).toBeDefined();
});
