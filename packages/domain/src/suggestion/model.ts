import { probabilities } from './calibration.ts';
import { columnsOf, idfOf, vectorOf } from './vectors.ts';
import type { Calibration } from './calibration.ts';
import type { Tokens } from './features.ts';
import type { Vector } from './vectors.ts';

/** A trained classifier: one plane per label, whose distances become calibrated confidence. */
export type Model = {
  readonly labels: readonly string[];
  readonly features: readonly string[];
  /** In how many training texts each feature stood. */
  readonly texts: Int32Array;
  readonly rows: number;
  /** Weight of label l for feature f at l * features.length + f, in steps of that label's `steps`. */
  readonly weights: Int16Array;
  readonly steps: readonly number[];
  readonly offsets: readonly number[];
  readonly calibration: Calibration;
  /** No suggestion below this confidence. */
  readonly threshold: number;
  /** Out of fold, that is on rows a model had not seen. */
  readonly tested: { readonly macroF1: number; readonly accuracy: number; readonly calibrationError: number };
};

/** A model made ready to judge texts: keep it while judging many. */
export type Judge = {
  readonly model: Model;
  readonly columns: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
};

export type Ranked = { readonly label: string; readonly confidence: number };

export const judgeOf = (model: Model): Judge => ({
  model,
  columns: columnsOf(model.features),
  idf: idfOf(model.texts, model.rows),
});

/** The vector of a text as this model reads it. */
export const read = (judge: Judge, tokens: Tokens): Vector => vectorOf(tokens, judge.columns, judge.idf);

export const weightOf = (model: Model, label: number, column: number): number =>
  (model.weights[label * model.features.length + column] ?? 0) * (model.steps[label] ?? 0);

const scoreOf = (model: Model, label: number, vector: Vector): number => {
  let sum = 0;
  for (let i = 0; i < vector.columns.length; i++)
    sum += weightOf(model, label, vector.columns[i] ?? 0) * (vector.values[i] ?? 0);
  return sum + (model.offsets[label] ?? 0);
};

/** All labels with their confidence, the best first; the confidences sum to 1. */
export const ranking = (judge: Judge, vector: Vector): readonly Ranked[] => {
  const { model } = judge;
  const scores = model.labels.map((_, label) => scoreOf(model, label, vector));
  const chances = probabilities(scores, model.calibration);
  return model.labels
    .map((label, i) => ({ label, confidence: chances[i] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
};
