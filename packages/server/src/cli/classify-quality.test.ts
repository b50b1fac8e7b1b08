import { calibrationError } from '@xiaoer/domain/suggestion/calibration';
import { macroF1, perLabel } from '@xiaoer/domain/suggestion/evaluation';
import { hash32 } from '@xiaoer/domain/suggestion/hash';
import { judgeOf } from '@xiaoer/domain/suggestion/model';
import { bestGuess, suggest } from '@xiaoer/domain/suggestion/suggest';
import { train } from '@xiaoer/domain/suggestion/train';
import { describe, expect, it } from 'vitest';
import { ASIDES, CLOSINGS, COMPLAINT_TEXTS, OPENINGS } from '../testing/complaint-texts.ts';
import { createCutter } from '../words/cutter.ts';

/** Rows of each class, as uneven as on a message board. */
const ROWS_OF = [150, 75, 50, 110, 145, 90, 70];
const CLASSES = Object.keys(COMPLAINT_TEXTS);
const FOLDS = 5;

/** Numbers from 0 up to 1 that are the same on each run. */
const dice = (name: string) => {
  let throws = 0;
  return (): number => hash32(`${name} ${throws++}`) / 2 ** 32;
};

const oneOf = <Item>(items: readonly Item[], chance: number): Item => {
  const item = items[Math.floor(chance * items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

/** Half of a sentence of the class, asides, sometimes a word on another matter; letters lost; a few labels wrong. */
const complaint = (label: string, next: () => number) => {
  const clauses = (of: string) => oneOf(COMPLAINT_TEXTS[of] ?? [], next()).split('，');
  const matter = [oneOf(clauses(label), next()), oneOf(clauses(label), next())];
  const other = next() < 0.4 ? [oneOf(clauses(oneOf(CLASSES, next())), next())] : [];
  const asides = next() < 0.6 ? [oneOf(ASIDES, next())] : [];
  const said = [...other, ...matter, ...asides].join('，');
  const kept = Array.from(said, (letter) => (next() < 0.03 ? '' : letter)).join('');
  return {
    text: `${oneOf(OPENINGS, next())}${kept}。${oneOf(CLOSINGS, next())}`,
    label: next() < 0.04 ? oneOf(CLASSES, next()) : label,
  };
};

const complaints = () => {
  const next = dice('complaints');
  return CLASSES.flatMap((label, i) => Array.from({ length: ROWS_OF[i] ?? 0 }, () => complaint(label, next)));
};

const STEMS = {
  roads: ['pavement', 'asphalt', 'traffic', 'junction', 'highway', 'pothole', 'sidewalk'],
  water: ['plumb', 'pipeline', 'sewer', 'faucet', 'drainage', 'leak', 'hydrant'],
};

/** Two words a row, each with one of the endings. */
const latin = (endings: readonly string[]) => {
  const next = dice(`latin ${endings.join(' ')}`);
  return Object.entries(STEMS).flatMap(([label, stems]) =>
    Array.from({ length: 40 }, () => ({
      label,
      text: Array.from({ length: 2 }, () => oneOf(stems, next()) + oneOf(endings, next())).join(' '),
    })),
  );
};

const cutter = createCutter();

type Example = { readonly text: string; readonly label: string };

const judgedBy = (examples: readonly Example[], asked: readonly Example[]) => {
  const judge = judgeOf(train(examples.map(({ text, label }) => ({ tokens: cutter.tokens(text), label }))));
  return asked.map(({ text, label: truth }) => {
    const best = bestGuess(judge, cutter.tokens(text)) ?? { label: '', confidence: 0 };
    const suggested = suggest(judge, cutter.tokens(text))?.label;
    return { truth, predicted: best.label, confidence: best.confidence, suggested };
  });
};

/** Each row judged by a model that was trained on the other four fifths. */
const crossValidated = (rows: readonly Example[]) =>
  Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) =>
    judgedBy(
      rows.filter((_row, i) => i % FOLDS !== fold),
      rows.filter((_row, i) => i % FOLDS === fold),
    ),
  );

const errorOf = (judged: ReturnType<typeof crossValidated>): number =>
  calibrationError(
    judged.map(({ confidence, predicted, truth }) => ({ confidence, right: predicted === truth })),
  );

describe('the classifier on complaints it has not seen', () => {
  const judged = crossValidated(complaints());

  it('names seven uneven classes with a macro-F1 of at least 0.85', () => {
    expect(macroF1(judged)).toBeGreaterThan(0.85);
    for (const { label, f1 } of perLabel(judged)) expect(f1, label).toBeGreaterThan(0.6);
  });

  it('is as often right as it says, though some labels are wrong', () => {
    expect(errorOf(judged)).toBeLessThan(0.05);
  });

  it('suggests most of the time, and is then right four times of five', () => {
    const suggested = judged.filter((row) => row.suggested !== undefined);
    expect(suggested.length / judged.length).toBeGreaterThan(0.7);
    const right = suggested.filter((row) => row.suggested === row.truth);
    expect(right.length / suggested.length).toBeGreaterThan(0.8);
  });
});

describe('the classifier on words in Latin letters', () => {
  it('knows a word in a form it has not seen', () => {
    const judged = judgedBy(latin(['', 's', 'ed', 'ing']), latin(['er', 'ers', 'able', 'ness']));
    expect(macroF1(judged)).toBeGreaterThan(0.95);
  });
});
