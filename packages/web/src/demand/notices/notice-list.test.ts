import { expect, test } from 'vitest';
import { demandNoticesTexts } from '../../lib/messages/demand-notices-texts.ts';
import { noticeWords } from './notice-list.tsx';

const zh = demandNoticesTexts['zh-CN'];

test('a notice is a sentence with what it is about', () => {
  expect(noticeWords({ kind: 'taskGiven', facts: { title: '路灯不亮' } }, zh)).toBe(
    '您有一项协办任务：路灯不亮',
  );
});

test('without a title the number stands in, and an unknown kind is not silent', () => {
  expect(noticeWords({ kind: 'workDue', facts: { number: 'LJ-1' } }, zh)).toBe('今天到期：LJ-1');
  expect(noticeWords({ kind: 'fromTomorrow', facts: {} }, zh)).toBe('有一条新通知');
});
