import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffFile } from './sniff.ts';
import { stripExif, type PhotoKind } from './strip-exif.ts';
import {
  baselineJpeg,
  heicWithMetadata,
  jpegWithMetadata,
  progressiveJpeg,
  redPng,
  webpWithMetadata,
} from './testing/sample-pictures.ts';
import { sampleOoxml } from './testing/sample-zip.ts';

const samples = [
  jpegWithMetadata(baselineJpeg()),
  progressiveJpeg(),
  redPng(),
  webpWithMetadata(),
  heicWithMetadata(),
  sampleOoxml('xlsx', { name: 'xl/a.xml', content: '<a/>' }),
];
const PHOTOS: readonly string[] = ['jpeg', 'png', 'webp', 'heic'] satisfies PhotoKind[];
const isPhoto = (kind: string): kind is PhotoKind => PHOTOS.includes(kind);

const spoiled = fc
  .record({
    sample: fc.constantFrom(...samples),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    cut: fc.option(fc.nat(), { freq: 1 }),
  })
  .map(({ sample, changes, cut }) => {
    const bytes = Buffer.from(sample);
    for (const [at, value] of changes) bytes[at % bytes.length] = value;
    return cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
  });

describe('foreign bytes', () => {
  it('are judged and cleaned without a throw, however spoiled', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled, async (bytes) => {
        const seen = await sniffFile(bytes);
        if (!seen.accepted || !isPhoto(seen.value.kind)) return;
        const clean = stripExif(seen.value.kind, bytes);
        if (clean.position === 'stuck') return;
        const again = await sniffFile(clean.bytes);
        expect(again.accepted && again.value.kind).toBe(seen.value.kind);
        expect(stripExif(seen.value.kind, clean.bytes).bytes.equals(clean.bytes)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
