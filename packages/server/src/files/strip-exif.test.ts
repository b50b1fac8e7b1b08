import { load } from 'exifreader';
import { describe, expect, it } from 'vitest';
import { stripExif } from './strip-exif.ts';
import {
  XMP_WITH_POSITION,
  baselineJpeg,
  heicBox,
  heicWithMetadata,
  jpegWithMetadata,
  losslessWebp,
  phoneExif,
  pngChunk,
  progressiveJpeg,
  redPng,
  webpWithMetadata,
} from './testing/sample-pictures.ts';

/** What an independent reader finds. */
function readBack(bytes: Buffer) {
  const tags = load(bytes, { expanded: true });
  return {
    latitude: tags.gps?.Latitude ?? tags.xmp?.['GPSLatitude']?.description,
    orientation: tags.exif?.Orientation?.value,
    takenAt: tags.exif?.DateTimeOriginal?.description,
  };
}

const xmpChunk = pngChunk(
  'iTXt',
  Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), XMP_WITH_POSITION]),
);
const pngWithMetadata = () =>
  redPng(pngChunk('eXIf', phoneExif()), xmpChunk, pngChunk('tEXt', Buffer.from('a\0b')));

describe('stripExif', () => {
  it.each([
    ['jpeg', jpegWithMetadata(baselineJpeg())],
    ['jpeg', jpegWithMetadata(progressiveJpeg())],
    ['png', pngWithMetadata()],
    ['webp', webpWithMetadata()],
  ] as const)('removes the position of a %s and keeps orientation and moment', (kind, photo) => {
    expect(readBack(photo).latitude).toBeDefined();
    const clean = stripExif(kind, photo);
    expect(clean.position).toBe('removed');
    expect(clean.takenAt).toBe('2024:11:05 09:30:00');
    expect(readBack(clean.bytes)).toEqual({
      latitude: undefined,
      orientation: 6,
      takenAt: '2024:11:05 09:30:00',
    });
    expect(clean.bytes.includes('GPSLatitude')).toBe(false);
    expect(clean.bytes.includes(phoneExif().subarray(-48))).toBe(false);
  });

  it('removes the position of a HEIC in place', () => {
    const photo = heicWithMetadata();
    expect(readBack(photo).latitude).toBeCloseTo(29.66, 1);
    const clean = stripExif('heic', photo);
    expect(clean.position).toBe('removed');
    expect(clean.takenAt).toBe('2024:11:05 09:30:00');
    expect(clean.bytes.length).toBe(photo.length);
    expect(clean.bytes.includes('coded picture bytes')).toBe(true);
    expect(clean.bytes.includes('GPSLatitude')).toBe(false);
    expect(clean.bytes.includes(phoneExif().subarray(-48))).toBe(false);
    const unreadable = () => readBack(clean.bytes);
    expect(unreadable).not.toThrow();
    expect(unreadable().latitude).toBeUndefined();
  });

  it('blanks a film appended to a HEIC', () => {
    const clean = stripExif(
      'heic',
      heicWithMetadata(heicBox('mpvd', Buffer.from('film with +29.65+106.55/'))),
    );
    expect(clean.bytes.includes('+29.65')).toBe(false);
    expect(clean.bytes.includes('mpvd')).toBe(false);
  });

  it('leaves a HEIC alone whose picture lies in a box it does not know', () => {
    const photo = heicWithMetadata();
    photo.write('xdat', photo.indexOf('mdat'), 'latin1');
    expect(stripExif('heic', photo)).toEqual({ bytes: photo, position: 'stuck', takenAt: undefined });
  });

  it('says so when a HEIC cannot be cleaned', () => {
    const withFilm = heicWithMetadata(heicBox('moov', Buffer.from('©xyz')));
    expect(stripExif('heic', withFilm)).toEqual({ bytes: withFilm, position: 'stuck', takenAt: undefined });
  });

  it.each([
    ['jpeg', baselineJpeg()],
    ['jpeg', progressiveJpeg()],
    ['png', redPng()],
    ['webp', losslessWebp()],
  ] as const)('returns a %s without metadata byte for byte', (kind, photo) => {
    expect(stripExif(kind, photo)).toEqual({ bytes: photo, position: 'absent', takenAt: undefined });
  });

  it('copies the coded picture byte for byte', () => {
    const picture = baselineJpeg();
    const clean = stripExif('jpeg', jpegWithMetadata(picture));
    const tables = picture.indexOf(Buffer.from([0xff, 0xdb]));
    expect(clean.bytes.subarray(-(picture.length - tables)).equals(picture.subarray(tables))).toBe(true);
  });

  it('cuts off what was appended behind a picture', () => {
    const photo = Buffer.concat([baselineJpeg(), Buffer.from('film with +29.65+106.55/')]);
    expect(stripExif('jpeg', photo).bytes.equals(baselineJpeg())).toBe(true);
  });
});
