import { expect, test } from 'vitest';
import { barParts } from './clock-bar.ts';

test('a late clock fills its bar and no more', () => {
  expect(barParts(1.7, [])).toEqual([{ kind: 'used', start: 0, width: 100 }]);
});

test('pauses lie over the bar, cut at its ends; empty ones are left out', () => {
  expect(
    barParts(0.5, [
      { from: -0.2, to: 0.1 },
      { from: 0.25, to: 0.4 },
      { from: 1, to: 1.3 },
    ]),
  ).toEqual([
    { kind: 'used', start: 0, width: 50 },
    { kind: 'pause', start: 0, width: 10 },
    { kind: 'pause', start: 25, width: 15 },
  ]);
});

test('a span without length uses nothing', () => {
  expect(barParts(Number.NaN, [])).toEqual([{ kind: 'used', start: 0, width: 0 }]);
});
