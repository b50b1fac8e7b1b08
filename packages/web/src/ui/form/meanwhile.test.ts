import { expect, test } from 'vitest';
import { changedMeanwhile, isEmpty, valueWords } from './meanwhile.ts';

const source = () => ({ options: [] });
const began = { name: '二期', unitId: 'works', tags: ['a'], stage: 'contract' };

test('takes over what was left as it was, and keeps what was typed', () => {
  const now = { name: '二期扩建', unitId: 'finance', tags: ['a'], stage: 'contract' };
  const typed = { ...began, name: '二期改造' };
  expect(changedMeanwhile(began, now, typed)).toEqual({
    taken: { unitId: 'finance' },
    changed: ['name', 'unitId'],
  });
});

test('changes nothing where nobody else did', () => {
  const same = { ...began, tags: ['a'] };
  expect(changedMeanwhile(began, same, { ...began, tags: [] })).toEqual({ taken: {}, changed: [] });
});

test('says a value in the words of its field', () => {
  const choices = [
    { value: 'contract', label: '签约' },
    { value: 'start', label: '开工' },
  ];
  const known = { value: 'e1', label: '钛铸件公司' };
  expect(valueWords({ kind: 'choice', name: 'stage', label: '', choices }, 'start')).toEqual(['开工']);
  expect(valueWords({ kind: 'one', name: 'enterpriseId', label: '', source, known }, 'e1')).toEqual([
    '钛铸件公司',
  ]);
  expect(valueWords({ kind: 'one', name: 'unitId', label: '', source }, 'u1')).toEqual([]);
  expect(valueWords({ kind: 'text', name: 'name', label: '' }, '二期')).toEqual(['二期']);
  expect(valueWords({ kind: 'yes', name: 'papers', label: '' }, true)).toEqual([]);
});

test('tells a field that was emptied from one that holds a no', () => {
  expect(['', [], undefined].map(isEmpty)).toEqual([true, true, true]);
  expect(['二期', ['a'], false].map(isEmpty)).toEqual([false, false, false]);
});
