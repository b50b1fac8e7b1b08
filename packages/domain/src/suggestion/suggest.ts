import { gramsIn, wordFeature } from './features.ts';
import { ranking, read, weightOf } from './model.ts';
import type { Tokens } from './features.ts';
import type { Judge, Ranked } from './model.ts';
import type { Vector } from './vectors.ts';

export type Suggestion = {
  readonly label: string;
  readonly confidence: number;
  /** The three best labels, this one first. */
  readonly top3: readonly Ranked[];
  /** The words of the text that spoke most for the label. */
  readonly words: readonly string[];
};

/** What the model holds most likely, however little it is sure; nothing when it knows no label at all. */
export const bestGuess = (judge: Judge, tokens: Tokens): Ranked | undefined =>
  ranking(judge, read(judge, tokens))[0];

/** The label to suggest for a text, or nothing when the model knows none of its words or is not sure enough. */
export const suggest = (judge: Judge, tokens: Tokens): Suggestion | undefined => {
  const vector = read(judge, tokens);
  const ranked = ranking(judge, vector);
  const [best] = ranked;
  if (!best || vector.columns.length === 0 || best.confidence < judge.model.threshold) return undefined;
  const label = judge.model.labels.indexOf(best.label);
  return { ...best, top3: ranked.slice(0, 3), words: weightyWords(judge, { tokens, vector, label }) };
};

const MOST_WORDS = 6;

type Reading = { readonly tokens: Tokens; readonly vector: Vector; readonly label: number };

/** How much each feature of the text speaks for the label rather than for the others on average. */
const leanings = (judge: Judge, { vector, label }: Reading): ReadonlyMap<number, number> => {
  const { model } = judge;
  const others = Math.max(model.labels.length - 1, 1);
  return new Map(
    Array.from(vector.columns, (column, i) => {
      let rest = 0;
      for (let other = 0; other < model.labels.length; other++)
        if (other !== label) rest += weightOf(model, other, column);
      return [column, (weightOf(model, label, column) - rest / others) * (vector.values[i] ?? 0)];
    }),
  );
};

const weightyWords = (judge: Judge, reading: Reading): readonly string[] => {
  const leaning = leanings(judge, reading);
  const of = (feature: string): number => leaning.get(judge.columns.get(feature) ?? -1) ?? 0;
  return [...new Set(reading.tokens.words)]
    .filter((word) => word.length > 1)
    .map((word) => ({
      word,
      weight: [wordFeature(word), ...gramsIn(word)].reduce((sum, f) => sum + of(f), 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
};
