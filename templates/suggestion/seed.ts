import { BUSINESS_TEXTS } from './seed-business.ts';
import { PARK_LIFE_TEXTS } from './seed-park-life.ts';
import type { SeedTexts } from './seed-texts.ts';
import { UTILITY_TEXTS } from './seed-utilities.ts';

export type SeedExample = {
  readonly text: string;
  readonly category: string;
  readonly remit: 'own' | 'outside';
};

const examplesOf = (texts: SeedTexts): readonly SeedExample[] =>
  Object.entries(texts).flatMap(([category, { own, outside }]) => [
    ...own.map((text) => ({ text, category, remit: 'own' as const })),
    ...outside.map((text) => ({ text, category, remit: 'outside' as const })),
  ]);

/** What the suggestion knows before a tenant has closed demands of its own. Categories are the default tree's keys. */
export const SEED_EXAMPLES: readonly SeedExample[] = [UTILITY_TEXTS, PARK_LIFE_TEXTS, BUSINESS_TEXTS].flatMap(
  examplesOf,
);
