import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import type { DemandWords } from '../words.ts';
import { tellerOf } from './story-items.tsx';

const told = (language: DemandWords['language']) =>
  tellerOf(
    { people: { known: '吴国庆' }, units: { works: '工程建设部' }, story: [] },
    { language } as unknown as DemandWords,
    '2026-03-02' as LocalDate,
  );

test('names whoever took part, and says of an erased person that they are', () => {
  expect(told('zh-CN').person('known')).toBe('吴国庆');
  expect(told('zh-CN').person('gone')).toBe('已抹除');
  expect(told('en').person('gone')).toBe('Erased');
  expect(told('zh-CN').holder({ unitId: 'works', personId: 'gone' } as never)).toBe('工程建设部 已抹除');
});
