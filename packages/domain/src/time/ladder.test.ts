import { describe, expect, it } from 'vitest';
import { dueMoments, resumedDue } from './clock-time.ts';
import { pauseClock, resumeClock, startClock, stopClock, type Clock } from './clock.ts';
import { assertInstant } from './instant.ts';
import { ladderMoments, ladderPolicyFor, type LadderPolicy } from './ladder.ts';
import type { Limit } from './limits.ts';
import { assertDate } from './local-date.ts';
import { coveredValue } from './testing/covered-value.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';

const fiveDays: Limit = { unit: 'workingDays', amount: 5, start: 'nextDay', rollForward: false };
const afterDue = (amount: number): { kind: 'afterDue'; limit: Limit } => ({
  kind: 'afterDue',
  limit: { ...fiveDays, amount },
});
const policy: LadderPolicy = {
  steps: [
    { step: 'supervisionNotice', at: afterDue(1), recipients: ['responsible', 'unitHead'] },
    { step: 'reminder', at: afterDue(0), recipients: ['responsible'] },
    { step: 'leader', at: afterDue(3), recipients: ['leader'] },
    { step: 'notice', at: { kind: 'usedFraction', fraction: 0.8 }, recipients: ['responsible'] },
  ],
};

const clockFrom = (text: string): Clock => {
  const at = assertInstant(text);
  return startClock(at, fiveDays, coveredValue(dueMoments(fiveDays, at, SAMPLE_CALENDAR)));
};
const steps = (clock: Clock): readonly (readonly string[])[] =>
  ladderMoments(clock, policy, SAMPLE_CALENDAR).steps.map(({ step, at }) => [step, at.slice(0, 16)]);

const clock = clockFrom('2023-02-06T10:00:00.000+08:00');

const pausedFor = (from: string, to: string): Clock => {
  const held = pauseClock(clock, { reason: 'papers', from: assertInstant(from), by: 'p1' });
  const resumed = { at: assertInstant(to) };
  return resumeClock(held, resumed, coveredValue(resumedDue(held, resumed, SAMPLE_CALENDAR)));
};

describe('the ladder', () => {
  it('rises in the order of time, whatever the order of the policy', () => {
    expect(steps(clock)).toEqual([
      ['notice', '2023-02-10T18:00'],
      ['reminder', '2023-02-14T00:00'],
      ['supervisionNotice', '2023-02-15T00:00'],
      ['leader', '2023-02-17T00:00'],
    ]);
  });

  it('gives notice at the moment the light turns yellow', () => {
    expect(steps(clock)[0]?.[1]).toBe(clock.yellowAt.slice(0, 16));
  });

  it('names who is told', () => {
    const [, , supervision] = ladderMoments(clock, policy, SAMPLE_CALENDAR).steps;
    expect(supervision?.recipients).toEqual(['responsible', 'unitHead']);
  });

  it('moves with a pause, before the due time and after it', () => {
    expect(steps(pausedFor('2023-02-08T10:00:00.000+08:00', '2023-02-10T10:00:00.000+08:00'))).toEqual([
      ['notice', '2023-02-14T18:00'],
      ['reminder', '2023-02-16T00:00'],
      ['supervisionNotice', '2023-02-17T00:00'],
      ['leader', '2023-02-21T00:00'],
    ]);
    expect(steps(pausedFor('2023-02-14T10:00:00.000+08:00', '2023-02-16T10:00:00.000+08:00'))).toEqual([
      ['notice', '2023-02-10T18:00'],
      ['reminder', '2023-02-14T00:00'],
      ['supervisionNotice', '2023-02-17T00:00'],
      ['leader', '2023-02-21T00:00'],
    ]);
  });

  it('takes the less severe step first when two fall on one moment', () => {
    const together: LadderPolicy = {
      steps: [
        { step: 'bulletin', at: afterDue(0), recipients: [] },
        { step: 'notice', at: { kind: 'usedFraction', fraction: 1 }, recipients: [] },
        { step: 'reminder', at: afterDue(0), recipients: [] },
      ],
    };
    const moments = ladderMoments(clock, together, SAMPLE_CALENDAR).steps;
    expect(moments.map(({ step }) => step)).toEqual(['notice', 'reminder', 'bulletin']);
  });

  it('ends when the clock is stopped', () => {
    expect(steps(stopClock(clock, assertInstant('2023-02-07T10:00:00.000+08:00')))).toEqual([]);
  });

  it('leaves out the steps beyond the calendar, and says so', () => {
    const late = clockFrom('2024-12-24T10:00:00.000+08:00');
    const { steps: known, isWhole } = ladderMoments(late, policy, SAMPLE_CALENDAR);
    expect(isWhole).toBe(false);
    expect(known.map(({ step }) => step)).toEqual(['notice', 'reminder']);
    expect(ladderMoments(clock, policy, SAMPLE_CALENDAR).isWhole).toBe(true);
  });

  it('follows the policy in force when the clock started', () => {
    const policies = [
      { from: assertDate('2022-01-01'), to: assertDate('2023-02-06'), value: policy },
      { from: assertDate('2023-02-07'), value: { steps: [] } },
    ];
    expect(ladderPolicyFor(policies, clock)).toBe(policy);
    expect(ladderPolicyFor(policies, clockFrom('2023-02-07T00:00:00.000+08:00'))).toEqual({ steps: [] });
    expect(ladderPolicyFor(policies, clockFrom('2022-01-03T00:00:00.000+08:00'))).toBe(policy);
  });
});
