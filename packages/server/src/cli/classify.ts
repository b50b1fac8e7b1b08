import { calibrationError } from '@xiaoer/domain/suggestion/calibration';
import { accuracy, macroF1, perLabel } from '@xiaoer/domain/suggestion/evaluation';
import { judgeOf, type Judge } from '@xiaoer/domain/suggestion/model';
import { bestGuess, suggest } from '@xiaoer/domain/suggestion/suggest';
import { train } from '@xiaoer/domain/suggestion/train';
import { createCutter, type Cutter } from '../words/cutter.ts';
import type { CommandCall } from './command-call.ts';
import { labelledTexts, type LabelledText } from './labelled-rows.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';

type Prediction = {
  readonly index: number;
  /** What would be suggested; null where the model is not sure enough. */
  readonly label: string | null;
  readonly best: string;
  readonly confidence: number;
  readonly truth?: string;
};

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const learned = (rows: readonly LabelledText[], cutter: Cutter): Judge =>
  judgeOf(train(rows.map(({ text, label }) => ({ tokens: cutter.tokens(text), label: label ?? '' }))));

const predictions = (rows: readonly LabelledText[], judge: Judge, cutter: Cutter): readonly Prediction[] =>
  rows.map(({ text, label }, index) => {
    const tokens = cutter.tokens(text);
    const guess = bestGuess(judge, tokens);
    return {
      index,
      label: suggest(judge, tokens)?.label ?? null,
      best: guess?.label ?? '',
      confidence: rounded(guess?.confidence ?? 0),
      ...(label === undefined ? {} : { truth: label }),
    };
  });

/** Figures over the rows whose true label is known; null when there is none. All but the last two judge `best`. */
const figures = (rows: readonly Prediction[]) => {
  const pairs = rows.flatMap(({ truth, best, label, confidence }) =>
    truth === undefined
      ? []
      : [{ truth, predicted: best, confidence, right: truth === best, suggested: label }],
  );
  if (pairs.length === 0) return undefined;
  const suggested = pairs.filter((pair) => pair.suggested !== null);
  return {
    macroF1: rounded(macroF1(pairs)),
    accuracy: rounded(accuracy(pairs)),
    ece: rounded(calibrationError(pairs)),
    perClass: perLabel(pairs).map((figure) => ({
      ...figure,
      precision: rounded(figure.precision),
      recall: rounded(figure.recall),
      f1: rounded(figure.f1),
    })),
    suggested: rounded(suggested.length / pairs.length),
    suggestedRight: rounded(accuracy(suggested)),
  };
};

const fileOf = (file: string | undefined, option: string, usage: string): string => {
  if (file === undefined) throw new OperatorError(`${option} is missing. Usage: xiaoer ${usage}`);
  return file;
};

/** `classify --train FILE --test FILE [--json]` */
export async function run({ args, usage }: CommandCall): Promise<number> {
  const { values } = parseWords(args, {
    usage,
    words: 0,
    options: { train: { type: 'string' }, test: { type: 'string' }, json: { type: 'boolean' } },
  });
  const trainFile = fileOf(values.train, '--train', usage);
  const testFile = fileOf(values.test, '--test', usage);
  const examples = await labelledTexts(trainFile, { labelled: true });
  const asked = await labelledTexts(testFile, { labelled: false });
  const cutter = createCutter();
  const judge = learned(examples, cutter);
  const rows = predictions(asked, judge, cutter);
  const { labels, threshold, tested } = judge.model;
  const found = figures(rows);
  if (values.json)
    console.log(
      JSON.stringify({ trained: { rows: examples.length, labels, threshold, tested }, rows, ...found }),
    );
  else {
    for (const { index, label, best, confidence } of rows)
      console.log(`${index + 1}  ${label ?? '-'}  (${best} ${confidence.toFixed(2)})`);
    if (found)
      console.log(`macro-F1 ${found.macroF1}, accuracy ${found.accuracy}, calibration error ${found.ece}`);
  }
  return 0;
}
