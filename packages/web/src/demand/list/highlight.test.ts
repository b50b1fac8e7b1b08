import { expect, test } from 'vitest';
import { markedParts } from './highlight.tsx';

const hits = (text: string, words: string) =>
  markedParts(text, words).map((part) => (part.hit ? `[${part.text}]` : part.text));

test('each word is marked wherever it stands, whatever its case', () => {
  expect(hits('园区停电,再次停电', '停电')).toEqual(['园区', '[停电]', ',再次', '[停电]']);
  expect(hits('VOC 排放', 'voc 排')).toEqual(['[VOC]', ' ', '[排]', '放']);
});

test('signs are taken as they are and nothing is marked without words', () => {
  expect(hits('a(b', '(')).toEqual(['a', '[(]', 'b']);
  expect(hits('停电', ' ')).toEqual(['停电']);
});
