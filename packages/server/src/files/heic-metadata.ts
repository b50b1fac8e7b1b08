import { NO_EXIF, readExif, type ExifFacts } from './exif-tiff.ts';
import { readBoxes, readHeicBoxes, type Box } from './heif-boxes.ts';

type Span = { readonly start: number; readonly end: number };
type HeicItem = { readonly kind: 'exif' | 'xmp'; readonly spans: readonly Span[] };

/** Metadata items and foreign boxes of a HEIC file, or undefined when they cannot all be located. */
export type HeicMetadata = { readonly items: readonly HeicItem[]; readonly strayBoxes: readonly Box[] };

const PICTURE_BOXES = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'moov', 'moof', 'idat']);
const FULL_BOX = 4;

/** Reads unsigned numbers of changing widths one after another. */
function cursor(bytes: Buffer, from: number) {
  let at = from;
  return (width: number): number => {
    const value =
      width === 0 ? 0 : width === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, width);
    at += width;
    return value;
  };
}

function itemKinds(bytes: Buffer, iinf: Box): Map<number, HeicItem['kind']> | undefined {
  const countWidth = bytes[iinf.body] === 0 ? 2 : 4;
  const boxes = readBoxes(bytes, iinf.body + FULL_BOX + countWidth, iinf.end);
  if (boxes === undefined) return undefined;
  const kinds = new Map<number, HeicItem['kind']>();
  for (const box of boxes) {
    const idWidth = bytes[box.body] === 3 ? 4 : 2;
    const id = bytes.readUIntBE(box.body + FULL_BOX, idWidth);
    const typeAt = box.body + FULL_BOX + idWidth + 2;
    const type = bytes.toString('latin1', typeAt, typeAt + 4);
    if (type === 'Exif') kinds.set(id, 'exif');
    if (type === 'mime') kinds.set(id, 'xmp');
  }
  return kinds;
}

/** Item locations (ISO/IEC 14496-12, 8.11.3): in the file, or in the `idat` box that begins at `idat`. */
function itemSpans(bytes: Buffer, iloc: Box, idat: number | undefined): Map<number, Span[] | undefined> {
  const version = bytes.readUInt8(iloc.body);
  const sizes = bytes.readUInt16BE(iloc.body + FULL_BOX);
  const width = (shift: number) => (sizes >> shift) & 15;
  const read = cursor(bytes, iloc.body + FULL_BOX + 2);
  const wide = version === 2 ? 4 : 2;
  const spans = new Map<number, Span[] | undefined>();
  for (let left = read(wide); left > 0; left -= 1) {
    const id = read(wide);
    const construction = version === 0 ? 0 : read(2) & 15;
    read(2);
    const origin = construction === 0 ? 0 : construction === 1 ? idat : undefined;
    const itemOffset = read(width(4)) + (origin ?? 0);
    const extents: Span[] = [];
    for (let extent = read(2); extent > 0; extent -= 1) {
      if (version > 0) read(width(0));
      const start = itemOffset + read(width(12));
      extents.push({ start, end: start + read(width(8)) });
    }
    spans.set(id, origin === undefined ? undefined : extents);
  }
  return spans;
}

const holds = (box: Box, span: Span) =>
  box.body <= span.start && span.start < span.end && span.end <= box.end;
const overlaps = (box: Box, span: Span) => box.start < span.end && span.start < box.end;

function locate(bytes: Buffer): HeicMetadata | undefined {
  const top = readHeicBoxes(bytes);
  const meta = top?.find((box) => box.type === 'meta');
  const inner = meta === undefined ? undefined : readBoxes(bytes, meta.body + FULL_BOX, meta.end);
  const named = (type: string) => inner?.find((box) => box.type === type);
  const [iinf, iloc] = [named('iinf'), named('iloc')];
  if (top === undefined || iinf === undefined || iloc === undefined) return undefined;
  if (top.some((box) => box.type === 'moov')) return undefined;
  const kinds = itemKinds(bytes, iinf);
  if (kinds === undefined) return undefined;
  const idat = named('idat');
  const spans = itemSpans(bytes, iloc, idat?.body);
  const coded = [...top.filter((box) => box.type === 'mdat'), ...(idat === undefined ? [] : [idat])];
  const items: HeicItem[] = [];
  for (const [id, kind] of kinds) {
    const found = spans.get(id);
    // Bytes that lie elsewhere than among the coded ones may be the file's own structure.
    if (found === undefined || !found.every((span) => coded.some((box) => holds(box, span))))
      return undefined;
    items.push({ kind, spans: found });
  }
  const strayBoxes = top.filter((box) => !PICTURE_BOXES.has(box.type));
  const used = [...spans.values()].flatMap((found) => found ?? []);
  const isUsed = strayBoxes.some((box) => used.some((span) => overlaps(box, span)));
  return isUsed ? undefined : { items, strayBoxes };
}

/** Locates Exif, XMP and appended boxes (a motion photo's film) of a HEIC file. */
export function locateHeicMetadata(bytes: Buffer): HeicMetadata | undefined {
  try {
    return locate(bytes);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** What the Exif item says. HEIC pictures are turned by their own properties, never by Exif. */
export function readHeicExif(bytes: Buffer, metadata: HeicMetadata): ExifFacts {
  const item = metadata.items.find(({ kind }) => kind === 'exif');
  if (item === undefined) return NO_EXIF;
  const content = Buffer.concat(item.spans.map((span) => bytes.subarray(span.start, span.end)));
  const tiffAt = content.length < 4 ? 0 : 4 + content.readUInt32BE(0);
  return { ...readExif(content.subarray(tiffAt)), orientation: 1 };
}

/** A copy in which every metadata byte is overwritten; no offset moves, so nothing is encoded again. */
export function blankHeicMetadata(bytes: Buffer, metadata: HeicMetadata): Buffer {
  const copy = Buffer.from(bytes);
  for (const { kind, spans } of metadata.items) {
    for (const span of spans) copy.fill(kind === 'xmp' ? 0x20 : 0, span.start, span.end);
    const [first] = spans;
    // An Exif item with an empty folder instead of zeros keeps readers calm.
    const empty = Buffer.from('0000000049492a0008000000000000000000', 'hex');
    if (kind === 'exif' && first !== undefined && first.end - first.start >= empty.length) {
      empty.copy(copy, first.start);
    }
  }
  for (const box of metadata.strayBoxes) {
    copy.write('free', box.start + 4, 'latin1');
    copy.fill(0, box.body, box.end);
  }
  return copy;
}
