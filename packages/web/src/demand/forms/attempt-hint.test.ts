import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import { demandWordsIn } from '../words.ts';
import { attemptHint } from './attempt-hint.ts';
import type { Asked } from './field.ts';

const asked = (
  demand: object,
  nextAttemptOn: string | null,
  attemptsLeft: number | null = 2,
): Parameters<typeof attemptHint>[0] => ({
  detail: { demand, nextAttemptOn, attemptsLeft } as Asked['detail'],
  today: '2022-06-10' as LocalDate,
  language: 'zh-CN',
  label: demandWordsIn('zh-CN').label,
});
const attemptedAt = '2022-06-10T09:12:00.000+08:00' as Instant;

test('says before anything is pressed from when another unanswered call counts', () => {
  const hint = attemptHint(asked({ status: 'callingBack', attemptedAt }, '2022-06-13'));
  expect(hint).toContain('今天 09:12');
  expect(hint).toContain('6月13日起');
});

test('says nothing where an unanswered call counts today', () => {
  expect(attemptHint(asked({ status: 'callingBack' }, null))).toBeUndefined();
  expect(attemptHint(asked({ status: 'callingBack', attemptedAt }, null))).toBeUndefined();
  expect(attemptHint(asked({ status: 'answered' }, null))).toBeUndefined();
});

test('says that the next unanswered call is the last, beside from when it counts', () => {
  const last = '再次登记未接通即为最后一次，诉求将按未联系上办结。';
  expect(attemptHint(asked({ status: 'callingBack' }, null, 1))).toBe(last);
  const hint = attemptHint(asked({ status: 'callingBack', attemptedAt }, '2022-06-13', 1));
  expect([hint?.includes('6月13日起'), hint?.endsWith(last)]).toEqual([true, true]);
});
