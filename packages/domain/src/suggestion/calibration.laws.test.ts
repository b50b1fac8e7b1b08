import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationError, fittingCalibration, probabilities } from './calibration.ts';
import { hash32 } from './hash.ts';
import type { Calibration } from './calibration.ts';

const scores = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 });
const calibration = fc.record({
  temperature: fc.double({ min: 0.02, max: 20, noNaN: true }),
  doubt: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

const CLASSES = 4;
const chance = (name: string): number => hash32(name) / 2 ** 32;

describe('probabilities', () => {
  it('sum to one and keep the order of the scores', () => {
    fc.assert(
      fc.property(scores, calibration, (given, found) => {
        const chances = probabilities(given, found);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
        const best = given.indexOf(Math.max(...given));
        expect(chances[best]).toBe(Math.max(...chances));
      }),
    );
  });
});

/** Rows whose best class is right as often as the calibration says. */
const rowsOf = (seed: number, calibrated: Calibration) =>
  Array.from({ length: 500 }, (_, i) => {
    const best = i % CLASSES;
    const margin = 2 * chance(`margin ${seed} ${i}`);
    const given = Array.from({ length: CLASSES }, (_class, own) => (own === best ? margin : 0));
    const right = chance(`luck ${seed} ${i}`) < (probabilities(given, calibrated)[best] ?? 0);
    return { scores: given, truth: right ? best : (best + 1 + (i % (CLASSES - 1))) % CLASSES };
  });

describe('fittingCalibration', () => {
  it('is as often right as it says when some calibration would be', () => {
    const likely = fc.record({
      temperature: fc.double({ min: 0.1, max: 1, noNaN: true }),
      doubt: fc.double({ min: 0, max: 0.3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.nat(), likely, (seed, calibrated) => {
        const rows = rowsOf(seed, calibrated);
        const found = fittingCalibration(rows);
        const outcomes = rows.map(({ scores: given, truth }) => {
          const chances = probabilities(given, found);
          const confidence = Math.max(...chances);
          return { confidence, right: chances.indexOf(confidence) === truth };
        });
        expect(calibrationError(outcomes)).toBeLessThan(0.1);
      }),
      { numRuns: 10 },
    );
  });
});
