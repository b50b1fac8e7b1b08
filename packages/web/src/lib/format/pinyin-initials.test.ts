import { expect, test } from 'vitest';
import { matchesPinyin, pinyinInitials } from './pinyin-initials.ts';

test.each([
  ['水务公司', 'swgs'],
  ['供电服务中心', 'gdfwzx'],
  ['鱼复园区1号网格', 'yfyq1hwg'],
  ['阿里', 'al'],
  ['做', 'z'],
])('%s begins with %s', (text, initials) => expect(pinyinInitials(text)).toBe(initials));

test('letters and characters both find an option', () => {
  expect(matchesPinyin({ label: '水务公司' }, 'SW')).toBe(true);
  expect(matchesPinyin({ label: '水务公司' }, '务公')).toBe(true);
  expect(matchesPinyin({ label: '水务公司' }, 'gd')).toBe(false);
  expect(matchesPinyin({ label: '重庆科', letters: 'cqk' }, 'cqk')).toBe(true);
  expect(matchesPinyin({ label: '王芳', note: '供电' }, '供电')).toBe(true);
});
