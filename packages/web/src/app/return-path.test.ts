import { expect, test } from 'vitest';
import { returnPath, signInAddress } from './return-path.ts';

test('after signing in one comes back to the page one wanted', () => {
  expect(returnPath('/demands?status=open')).toBe('/demands?status=open');
  expect(signInAddress('/demands?a=1&b=2')).toBe('/sign-in?back=%2Fdemands%3Fa%3D1%26b%3D2');
});

test('another site, a relative path and the sign-in page are not gone to', () => {
  for (const wanted of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'demands',
    '',
    undefined,
    ['/a'],
    '/sign-in?back=/x',
  ])
    expect(returnPath(wanted)).toBe('/');
  expect(signInAddress('/')).toBe('/sign-in');
});
