import { expect, test } from 'vitest';
import type { Values } from './field.ts';
import {
  area,
  askedWhen,
  attached,
  day,
  line,
  maybe,
  number,
  rows,
  unitMaybePerson,
  yuan,
} from './fields.ts';
import { emptyRow, sentValues, wrongFields } from './sent.ts';

const FIELDS = {
  reason: area('reason', 10),
  note: maybe(area('note')),
  cost: yuan('cost'),
  workdays: number('workdays'),
  lead: unitMaybePerson('lead'),
  steps: rows('planSteps', { text: line('step'), due: day('due') }, { least: 1, most: 3 }),
  reviewOn: askedWhen((values) => values['note'] === 'again', day('reviewOn')),
  proof: attached('proof'),
};
const FILLED: Values = {
  reason: ' 停电 ',
  note: '',
  cost: '12.5',
  workdays: '3',
  lead: { unitId: 'u1', personId: '' },
  steps: [
    { text: '巡线', due: '2026-03-09' },
    { text: ' ', due: '' },
  ],
  reviewOn: '',
  proof: [],
};
const wrong = (change: Values) =>
  wrongFields(FIELDS, { ...FILLED, ...change }).map(({ pointer, code }) => `${pointer} ${code}`);

test('what is filled in well is sent trimmed, in fen, without empty rows and optional blanks', () => {
  expect(wrong({})).toEqual([]);
  expect(sentValues(FIELDS, FILLED, { proof: ['f1'] })).toEqual({
    reason: '停电',
    note: undefined,
    cost: 1250,
    workdays: 3,
    lead: { unitId: 'u1' },
    steps: [{ text: '巡线', due: '2026-03-09' }],
    proof: ['f1'],
  });
});

test('each thing that is missing is named at its own field', () => {
  expect(wrong({ reason: ' ', lead: { unitId: '', personId: '' }, steps: [] })).toEqual([
    '/reason field.required',
    '/lead field.required',
    '/steps field.required',
  ]);
  expect(wrong({ steps: [{ text: '巡线', due: '' }] })).toEqual(['/steps/0/due field.required']);
});

test('a field that is not asked is neither missed nor sent', () => {
  expect(wrong({ note: 'again' })).toEqual(['/reviewOn field.required']);
  expect(sentValues(FIELDS, { ...FILLED, reviewOn: '2026-03-09' }, {})).not.toHaveProperty('reviewOn');
});

test('texts that are too long and numbers that are none are named', () => {
  expect(wrong({ reason: '一二三四五六七八九十一', cost: '很多', workdays: '1.5' })).toEqual([
    '/reason field.too-big',
    '/cost field.invalid-type',
    '/workdays field.invalid-type',
  ]);
});

test('a new row holds an empty value for every column', () => {
  expect(emptyRow(FIELDS.steps.columns)).toEqual({ text: '', due: '' });
});
