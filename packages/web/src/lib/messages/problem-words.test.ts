import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { addProblemTexts, fieldWords, problemWords } from './problem-words.ts';

const problem = (code: string, status = 409) => ({
  type: 'about:blank',
  title: 'Server words',
  status,
  code,
});

test('a known problem speaks the person’s language', () => {
  expect(problemWords(problem('request.busy'), 'zh-CN').title).toContain('稍等');
  expect(problemWords(problem('request.busy'), 'en').title).toContain('Wait');
});

test('an unknown code falls back to the server’s title', () => {
  expect(problemWords(problem('thing.unknown'), 'zh-CN')).toEqual({ title: 'Server words' });
});

test('facts stand in the sentence, lists joined', () => {
  addProblemTexts(catalogue({ 'thing.lacks': '缺少 {what}' }, { 'thing.lacks': 'Lacking {what}' }));
  expect(problemWords({ ...problem('thing.lacks'), facts: { what: ['甲', '乙'] } }, 'zh-CN').title).toBe(
    '缺少 甲、乙',
  );
  expect(problemWords({ ...problem('thing.lacks'), facts: { what: ['A', 'B'] } }, 'en').title).toBe(
    'Lacking A, B',
  );
});

test('a fault of ours names its number, a refusal does not', () => {
  expect(problemWords({ ...problem('server.bug', 500), instance: 'r-7' }, 'en').reference).toBe('r-7');
  expect(problemWords({ ...problem('request.busy'), instance: 'r-7' }, 'en')).not.toHaveProperty('reference');
});

test('an unknown field code still says something', () => {
  expect(fieldWords({ pointer: '/body/a', code: 'field.strange' }, 'zh-CN')).toBe('内容不符合要求');
  expect(fieldWords({ pointer: '/body/a', code: 'field.required' }, 'en')).toBe('Please fill this in');
});
