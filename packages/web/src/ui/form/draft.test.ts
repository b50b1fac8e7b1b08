import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftOf, dropDraft, dropDrafts, keepDraft } from './draft.ts';

/** As a browser's: what is kept stands on it as its own properties. */
const storage = (): Storage => {
  const place = {
    setItem: (key: string, text: string) => void Object.assign(place, { [key]: text }),
    getItem: (key: string) => (place as Record<string, unknown>)[key] ?? null,
    removeItem: (key: string) => void Reflect.deleteProperty(place, key),
  };
  return place as unknown as Storage;
};

beforeEach(() => vi.stubGlobal('sessionStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

const EMPTY = { text: '', stopped: false, rows: [] as readonly object[], files: [] as readonly Blob[] };

test('what was typed is there again, but for its files', () => {
  const typed = { ...EMPTY, text: '停水', stopped: true, rows: [{ step: '一' }], files: [new Blob(['x'])] };
  keepDraft('register', typed);
  expect(draftOf('register', EMPTY)).toEqual({ ...typed, files: [] });
  expect(draftOf('other', EMPTY)).toEqual(EMPTY);
});

test('fields that the form no longer has, or that hold something else now, are left out', () => {
  keepDraft('register', { text: '停水', stopped: 'yes', gone: 'x' });
  expect(draftOf('register', EMPTY)).toEqual({ ...EMPTY, text: '停水' });
});

test('it is gone once it is sent, and all of them once somebody signs out', () => {
  for (const name of ['one', 'two', 'three']) keepDraft(name, { text: name });
  dropDraft('one');
  expect(draftOf('one', EMPTY).text).toBe('');
  expect(draftOf('two', EMPTY).text).toBe('two');
  dropDrafts();
  expect(draftOf('two', EMPTY).text + draftOf('three', EMPTY).text).toBe('');
});

test('a browser that keeps nothing, or something broken, begins anew', () => {
  sessionStorage.setItem('xiaoer.draft.register', '{');
  expect(draftOf('register', EMPTY)).toEqual(EMPTY);
  vi.stubGlobal('sessionStorage', undefined);
  keepDraft('register', { text: '停水' });
  expect(draftOf('register', EMPTY)).toEqual(EMPTY);
});
