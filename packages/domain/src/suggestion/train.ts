import { calibrationError, fittingCalibration, probabilities, thresholdFor } from './calibration.ts';
import { accuracy, macroF1 } from './evaluation.ts';
import { foldsOf } from './folds.ts';
import { classPlanes } from './class-planes.ts';
import { planeScore } from './support-vectors.ts';
import { columnsOf, knowing, vectorOf, vocabularyOf } from './vectors.ts';
import type { Calibration, Judged } from './calibration.ts';
import type { Tokens } from './features.ts';
import type { ClassProblem } from './class-planes.ts';
import type { Model } from './model.ts';
import type { Plane } from './support-vectors.ts';

export type LabelledRow = { readonly tokens: Tokens; readonly label: string };

export type TrainOptions = {
  /** Of the suggestions made, at least this share should be right. */
  readonly precision?: number;
  /** At most so many features are kept. */
  readonly mostFeatures?: number;
};

const FOLDS = 5;
/** With more rows one fifth, held out once, calibrates well enough. */
const CROSS_VALIDATED_ROWS = 5000;

/** With fewer rows a word that stands in one of them only is worth having too. */
const FEW_ROWS = 400;

const planesOf = (problem: ClassProblem, rows: readonly number[]): readonly Plane[] =>
  classPlanes({
    ...problem,
    vectors: rows.flatMap((row) => problem.vectors[row] ?? []),
    classes: Int32Array.from(rows, (row) => problem.classes[row] ?? 0),
  });

/**
 * Scores of rows by planes that had not seen them. A fold knows only the features of its own training rows, as a model knows
 * only those of its own: else words that stand in one text alone would make held-out rows look stranger than new texts are.
 */
const heldOutScores = (problem: ClassProblem, folds: Int32Array, leastTexts: number): readonly Judged[] => {
  const rounds = problem.vectors.length > CROSS_VALIDATED_ROWS ? 1 : FOLDS;
  const every = problem.vectors.map((_, row) => row);
  return Array.from({ length: rounds }, (_, fold) => fold).flatMap((fold) => {
    const others = every.filter((row) => folds[row] !== fold);
    const vectors = knowing(problem.vectors, others, { columns: problem.columns, leastTexts });
    const planes = planesOf({ ...problem, vectors }, others);
    return every
      .filter((row) => folds[row] === fold)
      .flatMap((row) => {
        const vector = vectors[row];
        const truth = problem.classes[row] ?? 0;
        return vector ? [{ scores: planes.map((plane) => planeScore(plane, vector)), truth }] : [];
      });
  });
};

const testedBy = (judged: readonly Judged[], calibration: Calibration, precision: number) => {
  const outcomes = judged.map(({ scores, truth }) => {
    const chances = probabilities(scores, calibration);
    const confidence = Math.max(...chances);
    const best = chances.indexOf(confidence);
    return { confidence, right: best === truth, truth: String(truth), predicted: String(best) };
  });
  return {
    threshold: thresholdFor(outcomes, precision),
    tested: {
      macroF1: macroF1(outcomes),
      accuracy: accuracy(outcomes),
      calibrationError: calibrationError(outcomes),
    },
  };
};

const LARGEST_STEP = 32_767;

const packed = (planes: readonly Plane[], columns: number) => {
  const weights = new Int16Array(planes.length * columns);
  const steps = planes.map((plane, label) => {
    let largest = 0;
    for (let column = 0; column < columns; column++)
      largest = Math.max(largest, Math.abs(plane[column] ?? 0));
    const step = largest / LARGEST_STEP || 1;
    for (let column = 0; column < columns; column++)
      weights[label * columns + column] = Math.round((plane[column] ?? 0) / step);
    return step;
  });
  return { weights, steps, offsets: planes.map((plane) => plane[columns] ?? 0) };
};

/**
 * Learns to name the label of a text from labelled rows, whatever the labels are. Same rows in the same order, same
 * model. Confidence is calibrated, and the threshold chosen, on rows that the judging planes had not seen.
 */
export const train = (rows: readonly LabelledRow[], options: TrainOptions = {}): Model => {
  const labels = [...new Set(rows.map((row) => row.label))].sort();
  const place = new Map(labels.map((label, i) => [label, i]));
  const leastTexts = rows.length < FEW_ROWS ? 1 : 2;
  const vocabulary = vocabularyOf(
    rows.map((row) => row.tokens),
    { leastTexts, most: options.mostFeatures ?? 60_000 },
  );
  const columns = columnsOf(vocabulary.features);
  const problem: ClassProblem = {
    vectors: rows.map((row) => vectorOf(row.tokens, columns, vocabulary.idf)),
    classes: Int32Array.from(rows, (row) => place.get(row.label) ?? 0),
    classCount: labels.length,
    columns: vocabulary.features.length,
  };
  const folds = foldsOf(
    rows.map(({ tokens, label }) => ({ text: tokens.text, label })),
    FOLDS,
  );
  const judged = heldOutScores(problem, folds, leastTexts);
  const calibration = fittingCalibration(judged);
  return {
    labels,
    features: vocabulary.features,
    texts: vocabulary.texts,
    rows: rows.length,
    ...packed(planesOf(problem, [...rows.keys()]), problem.columns),
    calibration,
    ...testedBy(judged, calibration, options.precision ?? 0.8),
  };
};
