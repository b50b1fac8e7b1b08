import { gramFeatures, wordFeatures } from './features.ts';
import type { Counts, Tokens } from './features.ts';

/** Known features, and in how many texts each stands; the place in the list is the column. */
export type Vocabulary = {
  readonly features: readonly string[];
  readonly texts: Int32Array;
  readonly idf: Float64Array;
};

/** Inverse document frequency, smoothed as if one more text held every feature. */
export const idfOf = (texts: ArrayLike<number>, rows: number): Float64Array =>
  Float64Array.from(texts, (count) => Math.log((1 + rows) / (1 + count)) + 1);

/** One text as sorted columns and values. */
export type Vector = { readonly columns: Int32Array; readonly values: Float32Array };

export type VocabularyLimits = {
  /** Features seen in fewer texts are dropped. */
  readonly leastTexts: number;
  /** At most so many features: the rarest go first. */
  readonly most: number;
};

/** Length of each group of features in a text's vector; the squares sum to 1. Characters weigh twice the words. */
const GROUPS: readonly { readonly count: (tokens: Tokens) => Counts; readonly length: number }[] = [
  { count: wordFeatures, length: Math.sqrt(0.2) },
  { count: gramFeatures, length: Math.sqrt(0.8) },
];

const textsWith = (rows: readonly Tokens[]): Counts => {
  const texts: Counts = new Map();
  for (const row of rows)
    for (const group of GROUPS)
      for (const feature of group.count(row).keys()) texts.set(feature, (texts.get(feature) ?? 0) + 1);
  return texts;
};

/** Chooses the features of a set of texts. Looks at no label, so it may be shared by all folds of a cross-validation. */
export const vocabularyOf = (rows: readonly Tokens[], limits: VocabularyLimits): Vocabulary => {
  const kept = [...textsWith(rows)].filter(([, texts]) => texts >= limits.leastTexts);
  kept.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  kept.length = Math.min(kept.length, limits.most);
  const texts = Int32Array.from(kept, ([, count]) => count);
  return {
    features: kept.map(([feature]) => feature),
    texts,
    idf: idfOf(texts, rows.length),
  };
};

/** Column of each feature of a vocabulary. */
export const columnsOf = (features: readonly string[]): ReadonlyMap<string, number> =>
  new Map(features.map((feature, column) => [feature, column]));

/** (1 + ln tf) * idf, each group of features scaled to its own length, so that long and short texts weigh alike. */
export const vectorOf = (tokens: Tokens, columns: ReadonlyMap<string, number>, idf: Float64Array): Vector => {
  const entries: [number, number][] = [];
  for (const group of GROUPS) {
    const start = entries.length;
    let square = 0;
    for (const [feature, times] of group.count(tokens)) {
      const column = columns.get(feature);
      if (column === undefined) continue;
      const value = (1 + Math.log(times)) * (idf[column] ?? 0);
      square += value * value;
      entries.push([column, value]);
    }
    const scale = group.length / Math.sqrt(square || 1);
    for (let i = start; i < entries.length; i++) {
      const entry = entries[i];
      if (entry) entry[1] *= scale;
    }
  }
  entries.sort(([a], [b]) => a - b);
  return {
    columns: Int32Array.from(entries, ([column]) => column),
    values: Float32Array.from(entries, ([, value]) => value),
  };
};
