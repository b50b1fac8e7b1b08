import { crc32 } from 'node:zlib';
import { NO_EXIF, readExif, writeExif, type ExifFacts } from './exif-tiff.ts';
import { blankHeicMetadata, locateHeicMetadata, readHeicExif } from './heic-metadata.ts';
import {
  readJpegParts,
  readPngParts,
  readWebpParts,
  type ImagePart,
  type ImageParts,
} from './image-parts.ts';

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'heic';

export type CleanPhoto = {
  readonly bytes: Buffer;
  /** `removed`: it said where it was taken and no longer does; `stuck`: it may say so and could not be cleaned. */
  readonly position: 'absent' | 'removed' | 'stuck';
  /** `YYYY:MM:DD HH:MM:SS` by the camera's own clock. */
  readonly takenAt: string | undefined;
};

const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP acTL fcTL fdAT'.split(' '),
);
const WEBP_METADATA = new Set(['EXIF', 'XMP ']);
const WEBP_PICTURE = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const XMP_AND_EXIF_FLAGS = 0x0c;

const slice = (bytes: Buffer) => (part: ImagePart) => bytes.subarray(part.start, part.end);

function afterExifHeader(block: Buffer): Buffer {
  return block.subarray(0, EXIF_HEADER.length).equals(EXIF_HEADER)
    ? block.subarray(EXIF_HEADER.length)
    : block;
}

/** JFIF, the colour profile and Adobe's colour transform stay; every other application block goes. */
function jpegKeeps(bytes: Buffer, part: ImagePart): boolean {
  const label = (text: string) =>
    bytes.toString('latin1', part.start + 4, part.start + 4 + text.length) === text;
  if (part.name === 'e0') return label('JFIF\0');
  if (part.name === 'e2') return label('ICC_PROFILE\0');
  if (part.name === 'ee') return label('Adobe');
  return !/^(?:e.|fe|f[0-d])$/u.test(part.name);
}

const isJpegExif = (bytes: Buffer) => (part: ImagePart) =>
  part.name === 'e1' && bytes.subarray(part.start + 4, part.start + 10).equals(EXIF_HEADER);

function stripJpeg(bytes: Buffer, image: ImageParts): CleanPhoto {
  const exifPart = image.parts.find(isJpegExif(bytes));
  const facts =
    exifPart === undefined ? NO_EXIF : readExif(bytes.subarray(exifPart.start + 10, exifPart.end));
  const tiff = writeExif(facts);
  const kept = image.parts.filter((part) => jpegKeeps(bytes, part));
  const blocks = kept.map(slice(bytes));
  if (tiff !== undefined) {
    const header = Buffer.from([0xff, 0xe1, 0, 0]);
    header.writeUInt16BE(2 + EXIF_HEADER.length + tiff.length, 2);
    blocks.splice(kept[0]?.name === 'e0' ? 1 : 0, 0, Buffer.concat([header, EXIF_HEADER, tiff]));
  }
  const clean = Buffer.concat([bytes.subarray(0, 2), ...blocks, Buffer.from([0xff, 0xd9])]);
  const says = facts.hasPosition || image.parts.some((part) => saysPosition(bytes, part));
  return cleaned(clean, { ...facts, hasPosition: says });
}

/** XMP in any container writes the property `exif:GPSLatitude`. */
const saysPosition = (bytes: Buffer, part: ImagePart) =>
  !/^(?:da|IDAT|VP8)/u.test(part.name) && bytes.subarray(part.start, part.end).includes('GPSLatitude');

const cleaned = (bytes: Buffer, facts: ExifFacts): CleanPhoto => ({
  bytes,
  position: facts.hasPosition ? 'removed' : 'absent',
  takenAt: facts.takenAt,
});

function pngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

function stripPng(bytes: Buffer, image: ImageParts): CleanPhoto {
  const exifPart = image.parts.find((part) => part.name === 'eXIf');
  const facts =
    exifPart === undefined ? NO_EXIF : readExif(bytes.subarray(exifPart.start + 8, exifPart.end - 4));
  const tiff = writeExif(facts);
  const kept: Buffer[] = image.parts.filter((part) => PNG_KEPT.has(part.name)).map(slice(bytes));
  if (tiff !== undefined) kept.splice(1, 0, pngChunk('eXIf', tiff));
  const dropsText = image.parts.some((part) => part.name === 'zTXt' || saysPosition(bytes, part));
  const clean = Buffer.concat([bytes.subarray(0, 8), ...kept]);
  return cleaned(clean, { ...facts, hasPosition: facts.hasPosition || dropsText });
}

function webpChunk(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 'latin1');
  header.writeUInt32LE(body.length, 4);
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)]);
}

function stripWebp(bytes: Buffer, image: ImageParts): CleanPhoto {
  const exifPart = image.parts.find((part) => part.name === 'EXIF');
  const body = exifPart === undefined ? undefined : bytes.subarray(exifPart.start + 8, exifPart.end);
  const facts = body === undefined ? NO_EXIF : readExif(afterExifHeader(body));
  const tiff = writeExif(facts);
  const kept = image.parts.filter((part) => WEBP_PICTURE.has(part.name));
  const chunks: Buffer[] = kept.map(slice(Buffer.from(bytes)));
  const [first] = chunks;
  if (first !== undefined && kept[0]?.name === 'VP8X') {
    const flags = first.readUInt8(8) & ~XMP_AND_EXIF_FLAGS;
    first.writeUInt8(tiff === undefined ? flags : flags | 0x08, 8);
  }
  if (tiff !== undefined && image.parts[0]?.name === 'VP8X') chunks.push(webpChunk('EXIF', tiff));
  const clean = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...chunks]);
  clean.writeUInt32LE(clean.length - 8, 4);
  const metadata = image.parts.filter((part) => WEBP_METADATA.has(part.name));
  const says = facts.hasPosition || metadata.some((part) => saysPosition(bytes, part));
  return cleaned(clean, { ...facts, hasPosition: says });
}

function stripHeic(bytes: Buffer): CleanPhoto {
  const metadata = locateHeicMetadata(bytes);
  if (metadata === undefined) return { bytes, position: 'stuck', takenAt: undefined };
  const facts = readHeicExif(bytes, metadata);
  const says = metadata.items.some(({ spans }) =>
    spans.some((span) => bytes.subarray(span.start, span.end).includes('GPSLatitude')),
  );
  return cleaned(blankHeicMetadata(bytes, metadata), { ...facts, hasPosition: facts.hasPosition || says });
}

const READERS = { jpeg: readJpegParts, png: readPngParts, webp: readWebpParts } as const;
const STRIPPERS = { jpeg: stripJpeg, png: stripPng, webp: stripWebp } as const;

/**
 * Removes where a photo was taken, with all other metadata but its orientation and moment, and whatever was
 * appended behind the picture. The picture itself is copied byte for byte. Expects bytes that `sniffFile` took.
 */
export function stripExif(kind: PhotoKind, bytes: Buffer): CleanPhoto {
  if (kind === 'heic') return stripHeic(bytes);
  const image = READERS[kind](bytes);
  return image === undefined
    ? { bytes, position: 'stuck', takenAt: undefined }
    : STRIPPERS[kind](bytes, image);
}
