import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import type { DemandWords } from '../words.ts';
import { storyItems, tellerOf } from './story-items.tsx';

const today = '2026-03-02' as LocalDate;
const told = (language: DemandWords['language']) =>
  tellerOf(
    {
      people: { known: '吴国庆' },
      units: { works: '工程建设部' },
      story: [],
      demand: { particulars: { text: '三号门前积水。' } } as never,
    },
    { language, word: (key: string) => key } as unknown as DemandWords,
    today,
  );

test('names whoever took part, and says of an erased person that they are', () => {
  expect(told('zh-CN').person('known')).toBe('吴国庆');
  expect(told('zh-CN').person('gone')).toBe('已抹除');
  expect(told('en').person('gone')).toBe('Erased');
  expect(told('zh-CN').holder({ unitId: 'works', personId: 'gone' } as never)).toBe('工程建设部 已抹除');
});

const owner = { unitId: 'works', personId: 'known' };

const quoteOfRegistration = (text: string) => {
  const event = { type: 'DemandRegistered', version: 1, at: '2026-03-01T09:00:00.000+08:00', by: null };
  const story = [{ ...event, data: { channel: 'phone', urgency: 'general', owner, particulars: { text } } }];
  return storyItems(story as never, told('zh-CN'), today)[0]?.quote;
};

test('quotes the words of the registration only where they are no longer what is asked', () => {
  expect(quoteOfRegistration('三号门前积水。')).toBeUndefined();
  expect(quoteOfRegistration('门前积水。')).toBe('门前积水。');
});

test('quotes once what a verdict and the return that follows from it both say', () => {
  const at = '2026-03-01T09:00:00.000+08:00';
  const words = '只答应没有落实';
  const verdict = { grade: 'dissatisfied', solved: 'no', via: 'portal', words };
  const quotesWhen = (returnedAt: string) =>
    storyItems(
      [
        { type: 'VerdictGiven', version: 1, at, by: null, data: verdict },
        { type: 'DemandReturned', version: 2, at: returnedAt, by: null, data: { round: 1, words } },
      ] as never,
      told('zh-CN'),
      today,
    ).map(({ quote }) => quote);
  expect(quotesWhen(at)).toEqual([undefined, words]);
  expect(quotesWhen('2026-03-01T10:00:00.000+08:00')).toEqual([words, words]);
});

test('says to whom it went first, and who did it with the unit they did it for', () => {
  const at = '2026-03-01T09:00:00.000+08:00';
  const by = { personId: 'known' };
  const data = { channel: 'phone', urgency: 'general', owner, particulars: { text: '三号门前积水。' } };
  const story = [{ type: 'DemandRegistered', version: 1, at, by, data }] as never;
  const teller = tellerOf(
    {
      people: { known: '吴国庆' },
      units: { works: '工程建设部' },
      story,
      demand: { particulars: {} },
    } as never,
    { language: 'zh-CN', word: (key: string) => key } as unknown as DemandWords,
    today,
  );
  const [told] = storyItems(story, teller, today);
  expect(told?.who).toBe('工程建设部 吴国庆');
  expect(told?.text).toContain('首问负责：工程建设部 吴国庆');
});
