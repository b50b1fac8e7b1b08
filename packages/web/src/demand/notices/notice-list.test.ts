import { expect, test } from 'vitest';
import { demandNoticesTexts } from '../../lib/messages/demand-notices-texts.ts';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import { noticeWords, otherEnterprise } from './notice-list.tsx';

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

test('what is about another of my enterprises says so, what is about the one I speak for or about none does not', () => {
  const power = 'power' as EnterpriseId;
  const freight = 'freight' as EnterpriseId;
  const enterprises = [
    { id: power, name: '电力公司' },
    { id: freight, name: '物流公司' },
  ];
  const me = { enterprises, grants: [{ role: 'enterprise' as const, enterpriseId: power }] };
  const about = (enterpriseId: EnterpriseId | null) => otherEnterprise({ enterpriseId }, me)?.name;
  expect([about(power), about(freight), about(null)]).toEqual([undefined, '物流公司', undefined]);
  expect(otherEnterprise({ enterpriseId: freight }, { enterprises: [], grants: [] })).toBeUndefined();
});
