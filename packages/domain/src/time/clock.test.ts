import { describe, expect, it } from 'vitest';
import {
  dueMoments,
  limitUntil,
  pauseUntil,
  reclassifiedDue,
  remaining,
  resumedDue,
  usedFraction,
} from './clock-time.ts';
import {
  isOverdue,
  isPaused,
  light,
  pauseClock,
  reclassify,
  resumeClock,
  startClock,
  stopClock,
  type Clock,
} from './clock.ts';
import { assertInstant, type Instant } from './instant.ts';
import type { Limit } from './limits.ts';
import { assertDate } from './local-date.ts';
import { coveredValue } from './testing/covered-value.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';

const at = (text: string): Instant => assertInstant(`2023-${text}:00.000+08:00`);
const fiveDays: Limit = { unit: 'workingDays', amount: 5, start: 'nextDay', rollForward: false };
const twoHours: Limit = { unit: 'naturalMinutes', amount: 120, start: 'immediately', rollForward: false };

const started = (limit: Limit, from: Instant): Clock =>
  startClock(from, limit, coveredValue(dueMoments(limit, from, SAMPLE_CALENDAR)));
const held = (clock: Clock, reason: string, from: Instant): Clock =>
  pauseClock(clock, { reason, from, by: 'p1' });
const resumed = (clock: Clock, end: Instant, reason?: string): Clock => {
  const ended = { at: end, reason };
  return resumeClock(clock, ended, coveredValue(resumedDue(clock, ended, SAMPLE_CALENDAR)));
};

/** Started on a Monday, due on the Monday after. */
const clock = started(fiveDays, at('02-06T10:00'));

describe('a running clock', () => {
  it('is green, yellow from 80% of the time, red when overdue and done when stopped', () => {
    const lights = ['02-06T10:00', '02-10T17:59', '02-10T18:00', '02-14T00:00', '02-14T00:01'].map((now) =>
      light(clock, at(now)),
    );
    expect(lights).toEqual(['green', 'green', 'yellow', 'yellow', 'red']);
    const stopped = stopClock(clock, at('02-09T10:00'));
    expect([light(stopped, at('02-09T09:59')), light(stopped, at('03-09T10:00'))]).toEqual(['green', 'done']);
  });

  it('says what is left in its own unit', () => {
    const left = ['02-06T10:00', '02-13T23:00', '02-15T09:00'].map((now) =>
      coveredValue(remaining(clock, at(now), SAMPLE_CALENDAR)),
    );
    expect(left).toEqual([5, 0, -2]);
    const urgent = started(twoHours, at('02-04T21:30'));
    expect(coveredValue(remaining(urgent, at('02-04T22:00'), SAMPLE_CALENDAR))).toBe(90);
    expect(coveredValue(remaining(urgent, at('02-05T00:00'), SAMPLE_CALENDAR))).toBe(-30);
    const desk = started({ ...twoHours, unit: 'workMinutes' }, at('02-06T11:30'));
    expect(coveredValue(remaining(desk, at('02-06T13:00'), SAMPLE_CALENDAR))).toBe(90);
    const month = started({ ...fiveDays, unit: 'calendarDays', amount: 30 }, at('02-06T11:30'));
    expect(coveredValue(remaining(month, at('02-07T13:00'), SAMPLE_CALENDAR))).toBe(29);
  });

  it('uses no time before its first counted day', () => {
    expect(coveredValue(usedFraction(clock, at('02-06T18:00'), SAMPLE_CALENDAR))).toBe(0);
    expect(coveredValue(usedFraction(clock, at('02-08T18:00'), SAMPLE_CALENDAR))).toBe(0.4);
    expect(coveredValue(usedFraction(clock, at('02-14T18:00'), SAMPLE_CALENDAR))).toBe(1.2);
  });

  it('judges a stopped promise by the moment it stopped', () => {
    const kept = stopClock(clock, at('02-14T00:00'));
    const missed = stopClock(clock, at('02-14T00:01'));
    expect([isOverdue(kept, at('05-01T00:00')), isOverdue(missed, at('05-01T00:00'))]).toEqual([false, true]);
    expect(stopClock(kept, at('02-20T00:00'))).toBe(kept);
  });
});

describe('a paused clock', () => {
  it('is grey, and is due later once it runs again', () => {
    const paused = held(clock, 'papers', at('02-08T10:00'));
    const lights = ['02-08T09:59', '02-08T10:00', '04-01T10:00'].map((now) => light(paused, at(now)));
    expect(lights).toEqual(['green', 'grey', 'grey']);
    expect(coveredValue(remaining(paused, at('04-01T10:00'), SAMPLE_CALENDAR))).toBe(3);
    expect(isOverdue(paused, at('04-01T10:00'))).toBe(false);
    const running = resumed(paused, at('02-10T10:00'));
    expect(running.dueAt).toBe(at('02-16T00:00'));
    expect(coveredValue(remaining(running, at('02-10T10:00'), SAMPLE_CALENDAR))).toBe(3);
    expect(isPaused(running, at('02-10T10:00'))).toBe(false);
  });

  it('stays held by one reason when another ends, and then moves by both once', () => {
    const both = held(held(clock, 'papers', at('02-07T10:00')), 'power cut', at('02-08T10:00'));
    const one = resumed(both, at('02-09T10:00'), 'papers');
    expect([light(one, at('02-09T10:00')), one.dueAt]).toEqual(['grey', clock.dueAt]);
    const none = resumed(one, at('02-10T10:00'), 'power cut');
    expect(none.dueAt).toBe(at('02-17T00:00'));
  });

  it('runs again by itself when the cap of the reason is used up', () => {
    const cap = { unit: 'workingDays', amount: 2 } as const;
    const pause = { reason: 'papers', from: at('02-07T10:00') };
    const until = coveredValue(pauseUntil(clock, { ...pause, cap }, SAMPLE_CALENDAR));
    expect(until).toBe(at('02-10T00:00'));
    const capped = pauseClock(clock, { ...pause, until, by: 'p1' });
    expect([light(capped, at('02-09T23:59')), light(capped, at('02-10T00:00'))]).toEqual(['grey', 'green']);
    expect(resumed(capped, at('02-20T10:00')).dueAt).toBe(at('02-16T00:00'));
    const again = { reason: 'papers', from: at('02-21T10:00'), cap };
    const afterwards = resumed(capped, at('02-20T10:00'));
    expect(coveredValue(pauseUntil(afterwards, again, SAMPLE_CALENDAR))).toBe(again.from);
  });

  it('leaves the cap of one reason alone when held for another', () => {
    const other = resumed(held(clock, 'power cut', at('02-07T10:00')), at('02-09T10:00'));
    const pause = {
      reason: 'papers',
      from: at('02-10T10:00'),
      cap: { unit: 'workingDays', amount: 2 },
    } as const;
    expect(coveredValue(pauseUntil(other, pause, SAMPLE_CALENDAR))).toBe(at('02-15T00:00'));
  });

  it('is not moved by a pause that begins at the very due time', () => {
    const urgent = started(twoHours, at('02-04T21:30'));
    const justBefore = resumed(held(urgent, 'papers', at('02-04T23:29')), at('02-04T23:39'));
    const justThen = resumed(held(urgent, 'papers', at('02-04T23:30')), at('02-04T23:40'));
    expect([justBefore.dueAt, justThen.dueAt]).toEqual([at('02-04T23:40'), at('02-04T23:30')]);
  });

  it('keeps a missed deadline missed, and counts no lateness while paused', () => {
    const late = resumed(held(clock, 'papers', at('02-15T10:00')), at('02-17T10:00'));
    expect(late.dueAt).toBe(clock.dueAt);
    expect(light(late, at('02-17T10:00'))).toBe('red');
    expect(coveredValue(remaining(late, at('02-20T10:00'), SAMPLE_CALENDAR))).toBe(-3);
  });

  it('leaves the next working day when it was held on its last day and resumed on a day off', () => {
    const friday = started({ ...fiveDays, amount: 4 }, at('02-06T10:00'));
    expect(friday.dueAt).toBe(at('02-11T00:00'));
    expect(resumed(held(friday, 'papers', at('02-10T10:00')), at('02-11T10:00')).dueAt).toBe(
      at('02-14T00:00'),
    );
  });

  it('leaves a working day when it was held while a limit in calendar days had rolled forward', () => {
    const oneDay: Limit = { unit: 'calendarDays', amount: 1, start: 'immediately', rollForward: true };
    const rolled = started(oneDay, at('01-21T10:00'));
    expect(rolled.dueAt).toBe(at('01-29T00:00'));
    expect(resumed(held(rolled, 'papers', at('01-25T10:00')), at('01-26T10:00')).dueAt).toBe(
      at('01-29T00:00'),
    );
    expect(resumed(held(rolled, 'papers', at('01-25T10:00')), at('01-31T10:00')).dueAt).toBe(
      at('02-01T00:00'),
    );
  });

  it('rolls a limit in calendar days forward after the pause, not before', () => {
    const days = started(
      { unit: 'calendarDays', amount: 5, start: 'nextDay', rollForward: true },
      at('02-06T10:00'),
    );
    expect(days.dueAt).toBe(at('02-14T00:00'));
    expect(resumed(held(days, 'papers', at('02-08T10:00')), at('02-09T10:00')).dueAt).toBe(at('02-14T00:00'));
    expect(resumed(held(days, 'papers', at('02-08T10:00')), at('02-11T10:00')).dueAt).toBe(at('02-15T00:00'));
  });
});

describe('another limit', () => {
  it('runs from the same start, pauses kept', () => {
    const running = resumed(held(clock, 'papers', at('02-08T10:00')), at('02-10T10:00'));
    const limit: Limit = { ...fiveDays, amount: 2 };
    const moments = coveredValue(reclassifiedDue(running, { limit, at: at('02-10T10:00') }, SAMPLE_CALENDAR));
    const urgent = reclassify(running, limit, moments);
    expect([urgent.dueAt, urgent.limit.amount, urgent.pauses.length]).toEqual([at('02-11T00:00'), 2, 1]);
  });

  it('can be long enough to end on an agreed day', () => {
    const agreed = assertDate('2023-02-24');
    const limit = coveredValue(limitUntil(clock, agreed, SAMPLE_CALENDAR));
    const moments = coveredValue(reclassifiedDue(clock, { limit, at: at('02-10T10:00') }, SAMPLE_CALENDAR));
    expect([limit.amount, moments.dueAt]).toEqual([14, at('02-25T00:00')]);
    const rolled = started(
      { unit: 'calendarDays', amount: 5, start: 'nextDay', rollForward: true },
      at('02-06T10:00'),
    );
    expect(coveredValue(limitUntil(rolled, agreed, SAMPLE_CALENDAR)).amount).toBe(18);
    const urgent = started(twoHours, at('02-04T21:30'));
    const longer = coveredValue(limitUntil(urgent, assertDate('2023-02-05'), SAMPLE_CALENDAR));
    expect(started(longer, urgent.startedAt).dueAt).toBe(at('02-06T00:00'));
  });
});
