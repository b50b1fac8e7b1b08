import { expect, test } from 'vitest';
import { chatText } from './parse-chat.ts';

test('names, times and stand-ins for pictures are left out of a pasted chat', () => {
  const pasted = [
    '王经理 2026/3/9 10:02:11',
    '李科长,我们二车间又停电了',
    '[图片]',
    '王经理 10:03',
    '已经第四次了,能不能来看看?',
  ].join('\r\n');
  expect(chatText(pasted)).toBe('李科长,我们二车间又停电了\n已经第四次了,能不能来看看?');
});

test('other ways of writing who and when are known too, and a plain message stays as it is', () => {
  expect(chatText('[10:02] 王经理:\n门口积水')).toBe('门口积水');
  expect(chatText('2026年3月9日 10:02\n王经理 下午 2:03\n门口积水')).toBe('门口积水');
  expect(chatText('门口积水 20 厘米')).toBe('门口积水 20 厘米');
});
