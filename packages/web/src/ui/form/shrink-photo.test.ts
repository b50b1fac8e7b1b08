import { expect, test } from 'vitest';
import { jpegName, shrunkSize } from './shrink-photo.ts';

test('a large photo fits into 2,048 px and keeps its proportions', () => {
  expect(shrunkSize({ width: 4032, height: 3024 })).toEqual({ width: 2048, height: 1536 });
  expect(shrunkSize({ width: 3024, height: 4032 })).toEqual({ width: 1536, height: 2048 });
});

test('a small photo is not enlarged and a thin one keeps at least a pixel', () => {
  expect(shrunkSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
  expect(shrunkSize({ width: 100_000, height: 10 })).toEqual({ width: 2048, height: 1 });
});

test('the shrunk file is named as what it is', () => {
  expect(jpegName('IMG_1.HEIC')).toBe('IMG_1.jpg');
  expect(jpegName('scan.final.png')).toBe('scan.final.jpg');
  expect(jpegName('photo')).toBe('photo.jpg');
});
