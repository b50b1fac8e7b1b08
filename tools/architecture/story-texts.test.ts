import { EVENT_TYPES } from '@xiaoer/domain/demand/events';
import { describe, expect, it } from 'vitest';
import { demandStory as english } from '../../packages/web/src/lib/messages/en/demand-story.ts';
import { demandStory as chinese } from '../../packages/web/src/lib/messages/zh-CN/demand-story.ts';

/** The compiler sees to it that `evolve` has a case for every event; it cannot see whether a text was translated. */
describe('the story of a demand', () => {
  it.each(EVENT_TYPES)('is told in both languages: %s', (type) => {
    expect(chinese[type]).toMatch(/\p{Script=Han}/u);
    expect(english[type]).toMatch(/[A-Za-z]/);
    expect(english[type]).not.toMatch(/\p{Script=Han}/u);
  });
});
