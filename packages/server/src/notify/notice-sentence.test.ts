import { expect, test } from 'vitest';
import { noticeSentence } from './notice-sentence.ts';

const facts = { number: 'LJ-2022-00017', title: '三号线停电' };

test('a mail says in the language of its reader what has become of the demand', () => {
  expect(noticeSentence('demandDeclined', facts, 'zh-CN')).toEqual({
    subject: '诉求被退单，请重新分办（LJ-2022-00017）',
    text: '诉求被退单，请重新分办。\n\n诉求编号：LJ-2022-00017\n标题：三号线停电\n\n请登录店小二查看。\n',
  });
  expect(noticeSentence('demandDeclined', facts, 'en')).toEqual({
    subject: 'A demand was declined: route it anew (LJ-2022-00017)',
    text: 'A demand was declined: route it anew.\n\nDemand: LJ-2022-00017\nTitle: 三号线停电\n\nPlease sign in to Xiaoer to see it.\n',
  });
});

test('a mail of a kind that is not known yet says that there is news, and names nothing it was not told', () => {
  expect(noticeSentence('somethingNew', {}, 'zh-CN').subject).toBe('您有一条新消息');
  expect(noticeSentence('somethingNew', {}, 'en').text).not.toContain('Demand:');
});
