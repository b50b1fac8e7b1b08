/** Scores of one text by class, and the class it truly has. */
export type Judged = { readonly scores: readonly number[]; readonly truth: number };

/**
 * Confidence from scores: softmax of scores / temperature (Guo et al., ICML 2017), of which the share `doubt` is spread evenly
 * over the classes. Without that share rows labelled wrongly, of which real sets have some, make all the others look
 * less sure than they are.
 */
export type Calibration = { readonly temperature: number; readonly doubt: number };

const softmax = (scores: readonly number[], temperature: number): readonly number[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

const doubted = (chance: number, doubt: number, classes: number): number =>
  (1 - doubt) * chance + doubt / classes;

/** How likely each class is, in the order of the scores. */
export const probabilities = (
  scores: readonly number[],
  { temperature, doubt }: Calibration,
): readonly number[] => softmax(scores, temperature).map((chance) => doubted(chance, doubt, scores.length));

const logarithm = (chance: number): number => Math.log(Math.max(chance, 1e-12));

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a function with one valley between low and high is lowest: golden-section search. */
const lowest = (at: (place: number) => number, from: number, to: number): number => {
  let low = from;
  let high = to;
  for (let step = 0; step < 25; step++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
};

const MOST_DOUBT = 0.5;

/** The calibration under which the true classes are least surprising. */
export const fittingCalibration = (judged: readonly Judged[]): Calibration => {
  const classes = judged[0]?.scores.length ?? 1;
  /** As if one row more had been judged wrongly: without it, rows all judged rightly would make the model certain. */
  const spoilt = 1 / (judged.length + 1);
  const surprise = (ofTruth: readonly number[], doubt: number): number =>
    ofTruth.reduce((sum, softmaxed) => {
      const chance = doubted(softmaxed, doubt, classes);
      return sum - (1 - spoilt) * logarithm(chance) - spoilt * logarithm(1 - chance);
    }, 0);
  const at = (power: number) => {
    const ofTruth = judged.map(({ scores, truth }) => softmax(scores, Math.exp(power))[truth] ?? 0);
    const doubt = lowest((place) => surprise(ofTruth, place), 0, MOST_DOUBT);
    return { doubt, surprise: surprise(ofTruth, doubt) };
  };
  const power = lowest((place) => at(place).surprise, Math.log(0.02), Math.log(20));
  return { temperature: Math.exp(power), doubt: at(power).doubt };
};

export type Confident = { readonly confidence: number; readonly right: boolean };

/** Expected calibration error over ten equal bins of confidence: the mean distance of confidence from the share right. */
export const calibrationError = (predictions: readonly Confident[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of predictions) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  const distance = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return predictions.length === 0 ? 0 : distance / predictions.length;
};

/** Below this a threshold would be set on too few cases to mean anything. */
const LEAST_CASES = 10;

/** A guess that is more likely wrong than right is no suggestion, however right the surer ones are. */
const LEAST_CONFIDENCE = 0.4;

/**
 * The lowest confidence from which on at least `precision` of the predictions were right, but never below 0.4;
 * 1 (never) when no level reaches it.
 */
export const thresholdFor = (predictions: readonly Confident[], precision: number): number => {
  const ordered = [...predictions].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  ordered.forEach((prediction, i) => {
    right += prediction.right ? 1 : 0;
    const next = ordered[i + 1]?.confidence ?? 0;
    const enough = i + 1 >= Math.min(LEAST_CASES, ordered.length);
    if (next !== prediction.confidence && enough && right / (i + 1) >= precision)
      threshold = i + 1 === ordered.length ? 0 : prediction.confidence;
  });
  return Math.max(threshold, LEAST_CONFIDENCE);
};
