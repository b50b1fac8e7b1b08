import { describe, expect, it } from 'vitest';
import { DEFAULT_CATEGORIES } from '../../packages/domain/src/demand/categories.ts';
import { SEED_EXAMPLES } from './seed.ts';

describe('seed examples', () => {
  it('give every default category at least 12 texts, some for either remit, and no other category', () => {
    for (const category of DEFAULT_CATEGORIES) {
      const own = SEED_EXAMPLES.filter((example) => example.category === category);
      expect(own.length, category).toBeGreaterThanOrEqual(12);
      expect(new Set(own.map(({ remit }) => remit)).size, category).toBe(2);
    }
    expect(new Set(SEED_EXAMPLES.map(({ category }) => category))).toEqual(new Set(DEFAULT_CATEGORIES));
  });

  it('say nothing twice', () => {
    expect(new Set(SEED_EXAMPLES.map(({ text }) => text)).size).toBe(SEED_EXAMPLES.length);
  });
});
