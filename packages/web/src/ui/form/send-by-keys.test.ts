import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendByKeys } from './send-by-keys.ts';

class Text {
  readonly value = '';
}
const click = vi.fn();
beforeEach(() => vi.stubGlobal('HTMLTextAreaElement', Text));
afterEach(() => {
  vi.unstubAllGlobals();
  click.mockClear();
});

const pressed = (change: object, isComposing = false) => {
  const preventDefault = vi.fn();
  const event = { key: 'Enter', ctrlKey: true, metaKey: false, repeat: false, target: new Text(), ...change };
  const form = { querySelector: () => ({ click }), requestSubmit: click };
  sendByKeys({
    ...event,
    preventDefault,
    currentTarget: form,
    nativeEvent: { isComposing },
  } as unknown as Parameters<typeof sendByKeys>[0]);
  return { sent: click.mock.calls.length, taken: preventDefault.mock.calls.length };
};

test('Ctrl or Command with Enter sends a form from a text of several lines', () => {
  expect(pressed({})).toEqual({ sent: 1, taken: 1 });
  expect(pressed({ ctrlKey: false, metaKey: true })).toEqual({ sent: 2, taken: 1 });
});

test('other keys and other fields are left alone', () => {
  for (const change of [{ ctrlKey: false }, { key: 'a' }, { target: {} }])
    expect(pressed(change)).toEqual({ sent: 0, taken: 0 });
});

test('a held key sends nothing again', () => {
  expect(pressed({ repeat: true })).toEqual({ sent: 0, taken: 1 });
});

test('Enter that ends a word of an input method sends nothing', () => {
  expect(pressed({}, true)).toEqual({ sent: 0, taken: 0 });
});
