import { similarity } from './duplicates.ts';
import type { Tokens } from './features.ts';

/** A demand with what recurrence is judged by. `enterprise` and `category` are keys, compared only. */
export type Occurrence = {
  readonly tokens: Tokens;
  readonly enterprise: string;
  readonly category: string;
  readonly site?: string;
};

export type ClosedOccurrence = Occurrence & { readonly id: string; readonly daysSinceClosed: number };

export type Recurrence = {
  readonly id: string;
  /** 0 .. 1: same site, like text and a short time since closing raise it. */
  readonly score: number;
  readonly sharedWords: readonly string[];
};

const SITE_SHARE = 0.2;
const TIME_SHARE = 0.2;
const HALF_LIFE_DAYS = 180;
const LEAST_SCORE = 0.3;
const MOST_SHOWN = 5;

const judged = (now: Occurrence, before: ClosedOccurrence): Recurrence => {
  const { score: alike, sharedWords } = similarity(now.tokens, before.tokens);
  const site = now.site !== undefined && now.site === before.site ? 1 : 0;
  const recent = 0.5 ** (Math.max(before.daysSinceClosed, 0) / HALF_LIFE_DAYS);
  const score = alike * (1 - SITE_SHARE - TIME_SHARE) + site * SITE_SHARE + recent * TIME_SHARE;
  return { id: before.id, score, sharedWords };
};

/** Closed cases of the same enterprise and category that a new demand may repeat, the likeliest first, at most five. */
export const recurrences = (now: Occurrence, closed: readonly ClosedOccurrence[]): readonly Recurrence[] =>
  closed
    .filter(({ enterprise, category }) => enterprise === now.enterprise && category === now.category)
    .map((before) => judged(now, before))
    .filter(({ score, sharedWords }) => score >= LEAST_SCORE && sharedWords.length > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
