import { describe, expect, it } from 'vitest';
import { hash64 } from './hash.ts';

describe('hash64', () => {
  it('gives the published FNV-1a values', () => {
    expect(hash64('')).toBe('cbf29ce484222325');
    expect(hash64('a')).toBe('af63dc4c8601ec8c');
    expect(hash64('foobar')).toBe('85944171f73967e8');
  });

  it('agrees with whole-number arithmetic over UTF-8 for Chinese and for characters beyond the first plane', () => {
    for (const text of ['园区停水', '𠮷野家 5G', 'é—￥', '\ud800x']) {
      let expected = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text))
        expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
      expect(hash64(text)).toBe(expected.toString(16).padStart(16, '0'));
    }
  });
});
