import { expect, test } from 'vitest';
import { returnPath, signInAddress } from '../../app/return-path.ts';
import { channelOf, RAISE_BY_CODE } from './raise-by-code.ts';

test('what is raised at the address of the code came in by it, also after signing in on the way', () => {
  const { searchParams } = new URL(signInAddress(RAISE_BY_CODE), 'https://zone.example');
  const back = new URL(returnPath(searchParams.get('back')), 'https://zone.example');
  expect(back.pathname).toBe('/portal/raise');
  expect(channelOf(Object.fromEntries(back.searchParams))).toBe('qr');
});

test('all else that is raised in the portal came in there', () => {
  expect(channelOf({})).toBe('portal');
  expect(channelOf({ via: 'phone' })).toBe('portal');
});
