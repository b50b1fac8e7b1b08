import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renewPage } from './renew-page.ts';

const reload = vi.fn();
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('window', { location: { reload } });
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockClear();
});

const gone = (part: string) => new TypeError(`Failed to fetch dynamically imported module: /assets/${part}`);

test('a page whose part is gone is loaded anew, once for each part', () => {
  expect([renewPage(gone('a.js')), renewPage(gone('a.js'))]).toEqual([true, false]);
  expect(renewPage(new Error('Unable to preload CSS for /assets/b.css'))).toBe(true);
  expect(reload).toHaveBeenCalledTimes(2);
});

test('a fault of the page, or one without a network, leaves the page as it is', () => {
  expect(renewPage(new TypeError('x is undefined'))).toBe(false);
  vi.stubGlobal('navigator', { onLine: false });
  expect(renewPage(gone('a.js'))).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

const forbidden = () => {
  throw new Error('SecurityError');
};

test.each(['getItem', 'setItem'])('without a memory of it (%s throws), the page is left as it is', (name) => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, [name]: forbidden });
  expect(renewPage(gone('a.js'))).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});
