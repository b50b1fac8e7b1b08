export type LabelFigures = {
  readonly label: string;
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

export type Compared = { readonly truth: string; readonly predicted: string };

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const figuresOf = (label: string, pairs: readonly Compared[]): LabelFigures => {
  const rows = pairs.filter(({ truth }) => truth === label).length;
  const named = pairs.filter(({ predicted }) => predicted === label).length;
  const right = pairs.filter(({ truth, predicted }) => truth === label && predicted === label).length;
  return {
    label,
    rows,
    precision: ratio(right, named),
    recall: ratio(right, rows),
    f1: ratio(2 * right, rows + named),
  };
};

/** Precision, recall and F1 of every label that occurs as truth or prediction, in the order of the labels. */
export const perLabel = (pairs: readonly Compared[]): readonly LabelFigures[] =>
  [...new Set(pairs.flatMap(({ truth, predicted }) => [truth, predicted]))]
    .sort()
    .map((label) => figuresOf(label, pairs));

/** The mean F1 of the labels, each counted alike however many rows it has. */
export const macroF1 = (pairs: readonly Compared[]): number => {
  const figures = perLabel(pairs);
  return ratio(
    figures.reduce((sum, { f1 }) => sum + f1, 0),
    figures.length,
  );
};

/** The share of predictions that name the true label. */
export const accuracy = (pairs: readonly Compared[]): number =>
  ratio(pairs.filter(({ truth, predicted }) => truth === predicted).length, pairs.length);
