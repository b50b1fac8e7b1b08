import { EVENT_TYPES } from '@xiaoer/domain/demand/events';
import { OUTWARD_FIELDS } from '@xiaoer/domain/demand/outward';
import { expect, test } from 'vitest';
import { translator } from '../../lib/messages/catalogue.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { demandWordsIn } from '../words.ts';
import { PORTAL_TELL, portalTold } from './portal-tell.ts';
import type { PortalTeller } from './portal-tell.ts';

const teller: PortalTeller = {
  ...demandWordsIn('zh-CN'),
  t: translator(demandPortalTexts, 'zh-CN'),
  day: (day) => day ?? '—',
  due: (at) => at ?? '—',
};

test('the asker is told of exactly the events that the domain lets out', () => {
  const outward = EVENT_TYPES.filter((type) => OUTWARD_FIELDS[type] !== 'hidden');
  expect(Object.keys(PORTAL_TELL).sort()).toEqual([...outward].sort());
});

test('every outward event has a whole sentence, also without its fields', () => {
  for (const type of Object.keys(PORTAL_TELL)) {
    const told = portalTold(type as (typeof EVENT_TYPES)[number], {}, teller);
    expect(told?.text).toMatch(/[。：:]$|：$|：/);
    expect(told?.text).not.toMatch(/[{}]|undefined/);
  }
});

test('an event that stays inside is told to nobody outside', () => {
  expect(portalTold('NoteAdded', { note: '内部' }, teller)).toBeUndefined();
});
