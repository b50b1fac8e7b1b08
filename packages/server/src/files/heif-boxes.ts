/** One box of an ISO base media file (ISO/IEC 14496-12); `body` is where its payload begins. */
export type Box = {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
};

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis']);

/** The boxes between two offsets, or undefined when they do not tile that span exactly. */
export function readBoxes(bytes: Buffer, from: number, to: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    if (at + 8 > to) return undefined;
    const narrow = bytes.readUInt32BE(at);
    if (narrow === 1 && at + 16 > to) return undefined;
    const size = narrow === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : narrow === 0 ? to - at : narrow;
    const body = at + (narrow === 1 ? 16 : 8);
    if (at + size > to || body > at + size) return undefined;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, body, end: at + size });
    at += size;
  }
  return boxes;
}

/** Whether the first box names a still picture coded with HEVC. */
export function isHeic(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  for (let at = 8; at + 4 <= end; at += at === 8 ? 8 : 4) {
    if (HEIC_BRANDS.has(bytes.toString('latin1', at, at + 4))) return true;
  }
  return false;
}

/** The top-level boxes of a HEIC file that has a `meta` box and no stray bytes. */
export function readHeicBoxes(bytes: Buffer): readonly Box[] | undefined {
  const boxes = readBoxes(bytes, 0, bytes.length);
  return boxes?.some((box) => box.type === 'meta') ? boxes : undefined;
}
