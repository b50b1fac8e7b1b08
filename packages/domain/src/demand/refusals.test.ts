import { describe, expect, test } from 'vitest';
import { demandAccess } from './permissions.ts';
import { REFUSAL_CODES } from './refusals.ts';
import { tried } from './testing/story.ts';
import { TWINS } from './testing/twins.ts';

describe.each(REFUSAL_CODES)('%s', (code) => {
  const { given, accepts, instead = given, refuses = accepts } = TWINS[code];

  test('has a twin that is accepted', () => {
    expect(tried(given, accepts)).toMatchObject({ accepted: true });
    expect(demandAccess(accepts.by, accepts.does, given.demand)).toBe('allowed');
  });

  test('is given when its one condition fails', () => {
    expect(tried(instead, refuses)).toMatchObject({ accepted: false, refusal: { code } });
  });
});
