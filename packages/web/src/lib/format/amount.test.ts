import { expect, test } from 'vitest';
import { count, counted, millionYuan, rate, tenThousandYuan, yuan } from './amount.ts';

test('fen become yuan without losing a fen', () => {
  expect(yuan(0)).toBe('0.00');
  expect(yuan(5)).toBe('0.05');
  expect(yuan(123_456)).toBe('1,234.56');
  expect(yuan(-100)).toBe('-1.00');
  expect(yuan(Number.MAX_SAFE_INTEGER)).toBe('90,071,992,547,409.91');
});

test('fen become 万元 with at most two decimals', () => {
  expect(tenThousandYuan(1_234_567_800)).toBe('1,234.57');
  expect(tenThousandYuan(1_000_000)).toBe('1');
  expect(tenThousandYuan(50_000)).toBe('0.05');
  expect(tenThousandYuan(-1_500_000)).toBe('-1.5');
  expect(tenThousandYuan(-1)).toBe('0');
});

test('counts are grouped and a rate without a denominator is a dash', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect(count(-999)).toBe('-999');
  expect(rate(17, 40)).toBe('42.5%');
  expect(rate(1, 0)).toBe('—');
});

test('ten thousands of yuan are millions where nobody counts in ten thousands', () => {
  expect(millionYuan(34_410)).toBe('344.1');
  expect(millionYuan(123_456_700)).toBe('1,234,567');
  expect(millionYuan(5)).toBe('0.05');
});

test('a word says whether there is one', () => {
  expect(counted(1, 'working day(s)')).toBe('1 working day');
  expect(counted(1_200, 'working day(s)')).toBe('1,200 working days');
  expect(counted(1, '个工作日')).toBe('1 个工作日');
});
