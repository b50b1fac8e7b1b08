import { refused } from '@xiaoer/domain/kernel/decision';
import { crc32, createInflateRaw } from 'node:zlib';
import { taken, type Checked } from './upload-refusal.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all parts after unpacking. */
  readonly unpackedBytes: number;
  /** Unpacked to packed, for parts above one mebibyte. Deflate reaches 1,032. */
  readonly ratio: number;
};

export type ZipArchive = {
  readonly names: ReadonlySet<string>;
  /** The unpacked bytes of a part that exists. */
  readonly read: (name: string) => AsyncIterable<Buffer>;
};

const MEBIBYTE = 1024 * 1024;
const XML_PART = /\.(xml|rels|vml)$/iu;
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'];

async function* unpack(entry: ZipEntry): AsyncGenerator<Buffer> {
  if (!entry.deflated) {
    yield entry.packed;
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(entry.packed);
  let size = 0;
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    size += chunk.length;
    yield chunk;
    if (size > entry.size) return;
  }
}

/** Sees `<!DOCTYPE` and `<!ENTITY` across chunk borders, and text that is not in an ASCII-compatible encoding. */
function declarationWatch(): (chunk: Buffer) => boolean {
  let tail = '';
  let first = true;
  return (chunk) => {
    const wide = first && (chunk[0] === 0xff || chunk[0] === 0xfe || chunk[0] === 0 || chunk[1] === 0);
    first = false;
    const text = tail + chunk.toString('latin1');
    tail = text.slice(-9);
    return wide || DECLARATIONS.some((declaration) => text.includes(declaration));
  };
}

type EntryFault = 'file.damaged' | 'file.expandsTooMuch' | 'file.dangerousXml';

async function faultOf(entry: ZipEntry): Promise<EntryFault | undefined> {
  const declares = XML_PART.test(entry.name) ? declarationWatch() : () => false;
  let size = 0;
  let crc = 0;
  try {
    for await (const chunk of unpack(entry)) {
      size += chunk.length;
      if (size > entry.size) return 'file.expandsTooMuch';
      crc = crc32(chunk, crc);
      if (chunk.length > 0 && declares(chunk)) return 'file.dangerousXml';
    }
  } catch {
    return 'file.damaged';
  }
  return size === entry.size && crc === entry.crc ? undefined : 'file.damaged';
}

const swells = (entry: ZipEntry, limits: ZipLimits) =>
  entry.size > MEBIBYTE && entry.size > entry.packed.length * limits.ratio;

/**
 * Opens a zip archive after proving its limits: first by the sizes its directory claims, then by unpacking every
 * part once and counting, so that no parser ever sees an archive that lies about itself.
 */
export async function openZip(bytes: Buffer, limits: ZipLimits): Promise<Checked<ZipArchive>> {
  const directory = readZipDirectory(bytes, limits.entries);
  if (!directory.accepted) return directory;
  const entries = directory.value;
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (claimed > limits.unpackedBytes || entries.some((entry) => swells(entry, limits))) {
    return refused('file.expandsTooMuch', { mostBytes: limits.unpackedBytes });
  }
  for (const entry of entries) {
    const fault = await faultOf(entry);
    if (fault !== undefined) return refused(fault, { part: entry.name });
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return taken({
    names: new Set(byName.keys()),
    read(name: string) {
      const entry = byName.get(name);
      if (entry === undefined) throw new Error('The archive has no such part.');
      return unpack(entry);
    },
  });
}
