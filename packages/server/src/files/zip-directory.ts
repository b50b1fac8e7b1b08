import { refused } from '@xiaoer/domain/kernel/decision';
import { taken, type Checked } from './upload-refusal.ts';

export type ZipEntry = {
  readonly name: string;
  readonly deflated: boolean;
  readonly crc: number;
  /** Bytes after unpacking, as the directory claims. */
  readonly size: number;
  readonly packed: Buffer;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ABSENT_32 = 0xffffffff;

type Span = { readonly count: number; readonly offset: number };

function findEnd(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) {
    const closesTheFile = () => at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length;
    if (bytes.readUInt32LE(at) === END && closesTheFile()) return at;
  }
  return undefined;
}

function findDirectory(bytes: Buffer): Span | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const locator = end - 20;
  if (locator >= 0 && bytes.readUInt32LE(locator) === END_64_LOCATOR) {
    const at = Number(bytes.readBigUInt64LE(locator + 8));
    if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== END_64) return undefined;
    return {
      count: Number(bytes.readBigUInt64LE(at + 32)),
      offset: Number(bytes.readBigUInt64LE(at + 48)),
    };
  }
  return { count: bytes.readUInt16LE(end + 10), offset: bytes.readUInt32LE(end + 16) };
}

/** The 64-bit numbers of extra field 1, in the order of the header fields that say 0xffffffff. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const body = extra.subarray(at + 4, at + 4 + length);
      return Array.from({ length: Math.floor(body.length / 8) }, (_, index) =>
        Number(body.readBigUInt64LE(index * 8)),
      );
    }
    at += 4 + length;
  }
  return [];
}

type Listed = { readonly entry: ZipEntry; readonly next: number; readonly encrypted: boolean };

function readListed(bytes: Buffer, at: number): Listed {
  if (bytes.readUInt32LE(at) !== CENTRAL) throw new RangeError('central header expected');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const wide = wideNumbers(bytes.subarray(nameEnd, extraEnd));
  const number = (offset: number) => {
    const narrow = bytes.readUInt32LE(at + offset);
    return narrow === ABSENT_32 ? (wide.shift() ?? narrow) : narrow;
  };
  const size = number(24);
  const packedSize = number(20);
  const local = number(42);
  const rawName = bytes.subarray(at + 46, nameEnd);
  const method = bytes.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new RangeError('packing method unknown');
  const body = localBody(bytes, local, { rawName, method, packedSize });
  const entry = {
    name: rawName.toString('utf8'),
    deflated: method === 8,
    crc: bytes.readUInt32LE(at + 16),
    size,
    packed: body,
  };
  const encrypted = (bytes.readUInt16LE(at + 8) & 0x41) !== 0;
  return { entry, next: extraEnd + bytes.readUInt16LE(at + 32), encrypted };
}

type Expected = { readonly rawName: Buffer; readonly method: number; readonly packedSize: number };

/** A parser that streams reads the local headers instead of the directory: both must tell the same story. */
function localBody(bytes: Buffer, at: number, expected: Expected): Buffer {
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
  const sameStory =
    bytes.readUInt32LE(at) === LOCAL &&
    bytes.readUInt16LE(at + 8) === expected.method &&
    bytes.subarray(at + 30, nameEnd).equals(expected.rawName);
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  if (!sameStory || start + expected.packedSize > bytes.length) throw new RangeError('local header differs');
  return bytes.subarray(start, start + expected.packedSize);
}

/** Lists a zip archive that begins at the first byte; unpacks nothing. */
export function readZipDirectory(bytes: Buffer, mostEntries: number): Checked<readonly ZipEntry[]> {
  if (bytes.length < END_LENGTH || bytes.readUInt32LE(0) !== LOCAL) return refused('file.damaged');
  try {
    const directory = findDirectory(bytes);
    if (directory === undefined) return refused('file.damaged');
    if (directory.count > mostEntries) return refused('file.tooManyParts', { most: mostEntries });
    return listEntries(bytes, directory);
  } catch (fault) {
    if (fault instanceof RangeError) return refused('file.damaged');
    throw fault;
  }
}

function listEntries(bytes: Buffer, directory: Span): Checked<readonly ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directory.offset;
  let packed = 0;
  for (let index = 0; index < directory.count; index += 1) {
    const listed = readListed(bytes, at);
    if (listed.encrypted) return refused('file.encrypted');
    entries.push(listed.entry);
    names.add(listed.entry.name.toLowerCase());
    packed += listed.entry.packed.length;
    at = listed.next;
  }
  // Entries that share packed bytes are a known bomb; entries of one name are a known disguise.
  if (packed > bytes.length || names.size !== entries.length) return refused('file.damaged');
  return taken(entries);
}
