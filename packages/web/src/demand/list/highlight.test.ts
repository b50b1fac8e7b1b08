import { expect, test } from 'vitest';
import { markedParts, placesOf } from './highlight.tsx';

const shown = (text: string, ranges: readonly { from: number; to: number }[]) =>
  markedParts(text, ranges)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

test('the places that the search named are marked, in any order', () => {
  expect(
    shown('园区停电,再次停电', [
      { from: 7, to: 9 },
      { from: 2, to: 4 },
    ]),
  ).toBe('园区[停电],再次[停电]');
  expect(shown('停电', [])).toBe('停电');
});

test('places that overlap or lie outside are left alone', () => {
  expect(
    shown('停电了', [
      { from: 0, to: 2 },
      { from: 1, to: 3 },
      { from: 2, to: 9 },
    ]),
  ).toBe('[停电]了');
});

test('words are found wherever they stand, whatever their case and signs', () => {
  expect(placesOf('VOC (排放) voc', ['voc', '('])).toEqual([
    { from: 0, to: 3 },
    { from: 4, to: 5 },
    { from: 9, to: 12 },
  ]);
  expect(placesOf('停电', [''])).toEqual([]);
});
