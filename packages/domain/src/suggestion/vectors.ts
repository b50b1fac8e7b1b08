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

/** Length of each group of features in a text's vector; the squares sum to 1. Grams weigh twice the words. */
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

type Entry = [column: number, value: number];

const squaresOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, [, value]) => sum + value * value, 0);

const scaled = (entries: readonly Entry[], length: number): readonly Entry[] => {
  const scale = length / Math.sqrt(squaresOf(entries) || 1);
  return entries.map(([column, value]): Entry => [column, value * scale]);
};

const vectorFrom = (entries: readonly Entry[]): Vector => {
  const columns = new Int32Array(entries.length);
  const values = new Float32Array(entries.length);
  entries.forEach(([column, value], i) => {
    columns[i] = column;
    values[i] = value;
  });
  return { columns, values };
};

/**
 * (1 + ln tf) * idf (Manning, Raghavan, Schütze 2008, 6.4), each group of features scaled to its own length, then the whole
 * to 1, so that long texts, short ones and those with nothing in one of the groups weigh alike.
 */
export const vectorOf = (tokens: Tokens, columns: ReadonlyMap<string, number>, idf: Float64Array): Vector => {
  const groups = GROUPS.map(({ count, length }) => {
    const entries: Entry[] = [];
    for (const [feature, times] of count(tokens)) {
      const column = columns.get(feature);
      if (column !== undefined) entries.push([column, (1 + Math.log(times)) * (idf[column] ?? 0)]);
    }
    return scaled(entries, length);
  });
  return vectorFrom(scaled(groups.flat(), 1).toSorted(([a], [b]) => a - b));
};

const narrowed = ({ columns, values }: Vector, known: (column: number) => boolean): Vector => {
  const rest = values.filter((_value, i) => known(columns[i] ?? 0));
  const scale = 1 / Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0) || 1);
  return { columns: columns.filter(known), values: rest.map((value) => value * scale) };
};

/** The vectors as they would have been had only the features been known that stand in `leastTexts` of the given rows. */
export const knowing = (
  vectors: readonly Vector[],
  rows: readonly number[],
  { columns, leastTexts }: { readonly columns: number; readonly leastTexts: number },
): readonly Vector[] => {
  const texts = new Int32Array(columns);
  for (const row of rows)
    for (const column of vectors[row]?.columns ?? []) texts[column] = (texts[column] ?? 0) + 1;
  return vectors.map((vector) => narrowed(vector, (column) => (texts[column] ?? 0) >= leastTexts));
};
