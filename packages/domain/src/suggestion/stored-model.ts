import type { Model } from './model.ts';

/** A model as JSON holds it: numbers of the big arrays as base64 of little-endian bytes. */
export type StoredModel = Omit<Model, 'texts' | 'weights'> & {
  readonly version: 2;
  readonly texts: string;
  readonly weights: string;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = new Map(Array.from(LETTERS, (letter, code) => [letter, code]));

const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let letter = 0; letter < 4; letter++)
      parts.push(i + letter > bytes.length ? '=' : (LETTERS[(group >> (18 - 6 * letter)) & 63] ?? ''));
  }
  return parts.join('');
};

const fromBase64 = (text: string): Uint8Array => {
  const letters = text.replaceAll('=', '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  for (let i = 0; i < letters.length; i += 4) {
    let group = 0;
    for (let letter = 0; letter < 4; letter++)
      group = (group << 6) | (CODES.get(letters[i + letter] ?? 'A') ?? 0);
    const at = (i / 4) * 3;
    for (let byte = 0; byte < 3 && at + byte < bytes.length; byte++)
      bytes[at + byte] = (group >> (16 - 8 * byte)) & 255;
  }
  return bytes;
};

const bytesOf = (numbers: ArrayLike<number>, size: 2 | 4): Uint8Array => {
  const view = new DataView(new ArrayBuffer(numbers.length * size));
  for (let i = 0; i < numbers.length; i++)
    if (size === 2) view.setInt16(i * 2, numbers[i] ?? 0, true);
    else view.setInt32(i * 4, numbers[i] ?? 0, true);
  return new Uint8Array(view.buffer);
};

const numbersOf = (text: string, size: 2 | 4): readonly number[] => {
  const bytes = fromBase64(text);
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / size }, (_, i) =>
    size === 2 ? view.getInt16(i * 2, true) : view.getInt32(i * 4, true),
  );
};

/** The form a table keeps; `opened` gives back the same model. */
export const stored = (model: Model): StoredModel => ({
  ...model,
  version: 2,
  texts: toBase64(bytesOf(model.texts, 4)),
  weights: toBase64(bytesOf(model.weights, 2)),
});

export const opened = ({ version: _version, ...model }: StoredModel): Model => ({
  ...model,
  texts: Int32Array.from(numbersOf(model.texts, 4)),
  weights: Int16Array.from(numbersOf(model.weights, 2)),
});
