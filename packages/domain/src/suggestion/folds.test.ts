import { describe, expect, it } from 'vitest';
import { foldsOf } from './folds.ts';

const rows = Array.from({ length: 50 }, (_, i) => ({ text: `第${i}件`, label: i < 10 ? 'rare' : 'often' }));

describe('foldsOf', () => {
  it('spreads every label over all folds', () => {
    const folds = foldsOf(rows, 5);
    for (let fold = 0; fold < 5; fold++) {
      expect(rows.filter((row, i) => row.label === 'rare' && folds[i] === fold)).toHaveLength(2);
      expect(rows.filter((row, i) => row.label === 'often' && folds[i] === fold)).toHaveLength(8);
    }
  });

  it('keeps copies of a text together, also under other labels and punctuation', () => {
    const folds = foldsOf([...rows, { text: '第 7 件！', label: 'often' }], 5);
    expect(folds[50]).toBe(folds[7]);
  });

  it('gives a row the same fold wherever it stands', () => {
    const folds = foldsOf(rows, 5);
    const turned = foldsOf([...rows].reverse(), 5);
    expect([...turned].reverse()).toEqual([...folds]);
  });
});
