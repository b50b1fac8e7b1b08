import { describe, expect, it } from 'vitest';
import { calibrationError, fittingCalibration, probabilities, thresholdFor } from './calibration.ts';
import { accuracy, macroF1, perLabel } from './evaluation.ts';

const judged = (right: number) =>
  Array.from({ length: 100 }, (_, i) => ({ scores: [1, 0], truth: i < right ? 0 : 1 }));

const at = (right: number) =>
  calibrationError(Array.from({ length: 10 }, (_, i) => ({ confidence: 0.9, right: i < right })));

const chance = (right: number) => probabilities([1, 0], fittingCalibration(judged(right)))[0];

describe('fittingCalibration', () => {
  it('cools scores that are right more often than they say and heats those that are wrong', () => {
    expect(chance(95)).toBeCloseTo(0.95, 1);
    expect(chance(60)).toBeCloseTo(0.6, 2);
  });
});

describe('fittingCalibration with labels some of which are wrong', () => {
  it('doubts the surest as much as they deserve and leaves the unsure as they are', () => {
    const rows = [0.2, 1, 2, 4].flatMap((score) =>
      Array.from({ length: 200 }, (_, i) => {
        const sure = 1 / (1 + Math.exp(-score));
        const truth = i / 200 < sure ? 0 : 1;
        return { scores: [score, 0], truth: i % 10 === 0 ? 1 - truth : truth };
      }),
    );
    const found = fittingCalibration(rows);
    expect(found.doubt).toBeGreaterThan(0.15);
    expect(found.doubt).toBeLessThan(0.25);
    expect(probabilities([40, 0], found)[0]).toBeCloseTo(0.9, 1);
    expect(probabilities([0.2, 0], found)[0]).toBeCloseTo(0.54, 1);
  });
});

describe('calibrationError', () => {
  it('is zero when nine of ten are right at 0.9, and the distance otherwise', () => {
    expect(at(9)).toBeCloseTo(0);
    expect(at(5)).toBeCloseTo(0.4);
    expect(calibrationError([])).toBe(0);
  });
});

describe('thresholdFor', () => {
  const outcomes = Array.from({ length: 100 }, (_, i) => ({ confidence: i / 100, right: i >= 40 }));

  it('is the lowest confidence that keeps the precision asked for', () => {
    expect(
      thresholdFor(
        outcomes.map((outcome, i) => ({ ...outcome, right: i >= 60 })),
        1,
      ),
    ).toBe(0.6);
    expect(
      thresholdFor(
        outcomes.map((outcome, i) => ({ ...outcome, right: i >= 80 })),
        0.8,
      ),
    ).toBe(0.75);
  });

  it('is 1 when no level of confidence is good enough', () => {
    expect(
      thresholdFor(
        outcomes.map((outcome) => ({ ...outcome, right: false })),
        0.8,
      ),
    ).toBe(1);
  });

  it('stays at 0.4 when even the least sure were right', () => {
    expect(
      thresholdFor(
        Array.from({ length: 30 }, () => ({ confidence: 0.99, right: true })),
        0.8,
      ),
    ).toBe(0.4);
  });

  it('does not part rows of equal confidence', () => {
    const equal = Array.from({ length: 20 }, (_, i) => ({ confidence: 0.7, right: i < 15 }));
    expect(thresholdFor(equal, 0.8)).toBe(1);
    expect(thresholdFor(equal, 0.75)).toBe(0.4);
  });
});

describe('macroF1', () => {
  const pairs = [
    { truth: 'a', predicted: 'a' },
    { truth: 'a', predicted: 'a' },
    { truth: 'a', predicted: 'b' },
    { truth: 'b', predicted: 'b' },
    { truth: 'c', predicted: 'a' },
  ];

  it('counts every label alike, one never predicted as zero', () => {
    expect(perLabel(pairs).map(({ f1 }) => f1)).toEqual([4 / 6, 2 / 3, 0]);
    expect(macroF1(pairs)).toBeCloseTo((4 / 6 + 2 / 3) / 3);
    expect(accuracy(pairs)).toBeCloseTo(0.6);
  });
});
