/** Scores of one text by class, and the class it truly has. */
export type Judged = { readonly scores: readonly number[]; readonly truth: number };

/** Softmax of scores / temperature, in the order of the scores. */
export const probabilities = (scores: readonly number[], temperature: number): readonly number[] => {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

const logarithm = (chance: number): number => Math.log(Math.max(chance, 1e-12));

/** As if one row more had been judged wrongly: without it, rows all judged rightly would make the model certain. */
const surprise = (judged: readonly Judged[], temperature: number): number => {
  const doubt = 1 / (judged.length + 1);
  return judged.reduce((sum, { scores, truth }) => {
    const chance = probabilities(scores, temperature)[truth] ?? 0;
    return sum - (1 - doubt) * logarithm(chance) - doubt * logarithm(1 - chance);
  }, 0);
};

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The temperature that makes the probabilities least surprising (Guo et al., ICML 2017); golden-section search. */
export const fittingTemperature = (judged: readonly Judged[]): number => {
  const at = (power: number): number => surprise(judged, Math.exp(power));
  let low = Math.log(0.02);
  let high = Math.log(20);
  for (let step = 0; step < 40; step++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
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
