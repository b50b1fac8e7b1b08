/** One named piece of an image file; `start` and `end` include its header. */
export type ImagePart = { readonly name: string; readonly start: number; readonly end: number };

/** An image file cut into its pieces. Bytes from `end` on belong to nothing. */
export type ImageParts = {
  readonly parts: readonly ImagePart[];
  readonly end: number;
  readonly width: number;
  readonly height: number;
};

export const JPEG_SIGNATURE = Buffer.from([0xff, 0xd8, 0xff]);
export const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Where the entropy-coded bytes that begin at `from` stop: at the next marker that is no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

/** Walks a JPEG (ITU-T T.81, annex B); parts are named by their marker in hex, scans include their coded bytes. */
export function readJpegParts(bytes: Buffer): ImageParts | undefined {
  const parts: ImagePart[] = [];
  let size = { width: 0, height: 0 };
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END_OF_IMAGE) return size.width === 0 ? undefined : { parts, end: at + 2, ...size };
    const bodyEnd = at + 4 > bytes.length ? bytes.length : at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === START_OF_SCAN ? endOfScan(bytes, bodyEnd) : bodyEnd;
    if (end > bytes.length - 2 || end < at + 4 || (isFrame(marker) && end < at + 9)) return undefined;
    if (isFrame(marker)) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    parts.push({ name: marker.toString(16), start: at, end });
    at = end;
  }
  return undefined;
}

/** Walks a PNG (ISO/IEC 15948); parts are named by their chunk type. */
export function readPngParts(bytes: Buffer): ImageParts | undefined {
  const parts: ImagePart[] = [];
  let at = PNG_SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || (parts.length === 0 && name !== 'IHDR')) return undefined;
    parts.push({ name, start: at, end });
    at = end;
    if (name === 'IEND') return { parts, end, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  return undefined;
}

export const isWebp = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

function webpSize(bytes: Buffer, part: ImagePart): { width: number; height: number } | undefined {
  const body = part.start + 8;
  if (part.name === 'VP8X') {
    return { width: 1 + bytes.readUIntLE(body + 4, 3), height: 1 + bytes.readUIntLE(body + 7, 3) };
  }
  if (part.name === 'VP8L') {
    const bits = bytes.readUInt32LE(body + 1);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (part.name !== 'VP8 ') return undefined;
  return { width: bytes.readUInt16LE(body + 6) & 0x3fff, height: bytes.readUInt16LE(body + 8) & 0x3fff };
}

/** Walks a WebP file (RFC 9649); parts are named by their four characters. */
export function readWebpParts(bytes: Buffer): ImageParts | undefined {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const parts: ImagePart[] = [];
  for (let at = 12; at + 8 <= end;) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (next > end) return undefined;
    parts.push({ name: bytes.toString('latin1', at, at + 4), start: at, end: next });
    at = next;
  }
  const first = parts[0];
  const size = first === undefined || first.end - first.start < 18 ? undefined : webpSize(bytes, first);
  return size === undefined ? undefined : { parts, end, ...size };
}
