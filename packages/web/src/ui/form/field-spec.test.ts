import { expect, test } from 'vitest';
import type { FieldSpec } from './field-spec.ts';
import { initialValues, sentBody } from './field-spec.ts';

const fields: readonly FieldSpec[] = [
  { name: 'personal.name', kind: 'text', label: '' },
  { name: 'personal.phone', kind: 'tel', label: '' },
  { name: 'amount', kind: 'number', label: '' },
  { name: 'from', kind: 'moment', label: '' },
  { name: 'tags', kind: 'ticks', label: '', choices: [] },
  { name: 'reason', kind: 'area', label: '', when: ({ amount }) => amount === '3' },
];

test('a form begins with what is given, and with nothing elsewhere', () => {
  expect(initialValues(fields, { amount: '7' })).toEqual({
    'personal.name': '',
    'personal.phone': '',
    amount: '7',
    from: '',
    tags: [],
    reason: '',
  });
});

test('names with dots become objects, empty texts are left out, numbers and moments are sent as such', () => {
  const values = {
    ...initialValues(fields),
    'personal.name': ' 王芳 ',
    amount: '3',
    from: '2026-03-01T18:00',
  };
  expect(sentBody(fields, values)).toEqual({
    personal: { name: '王芳' },
    amount: 3,
    from: '2026-03-01T18:00:00.000+08:00',
    tags: [],
  });
});

test('what is not asked is not sent, though it was typed', () => {
  expect(sentBody(fields, { ...initialValues(fields), reason: '因为' })).toEqual({ tags: [] });
  expect(sentBody(fields, { ...initialValues(fields), reason: '因为', amount: '3' })).toMatchObject({
    reason: '因为',
  });
});

test('what is no number goes as typed, so that the server can say so', () => {
  expect(sentBody(fields, { ...initialValues(fields), amount: '三' })).toMatchObject({ amount: '三' });
});

test('an object with a required field is sent empty, so that what is missing is said at the field', () => {
  const lead: readonly FieldSpec[] = [
    { name: 'lead.unitId', kind: 'text', label: '', required: true },
    { name: 'size.people', kind: 'number', label: '' },
  ];
  expect(JSON.stringify(sentBody(lead, initialValues(lead)))).toBe('{"lead":{}}');
});
