import { readFile, rm } from 'node:fs/promises';
import { refused } from '@xiaoer/domain/kernel/decision';
import { atMostTogether } from './at-most-together.ts';
import type { FileRoom } from './file-room.ts';
import { MOST_UPLOAD_BYTES, sniffFile, type SniffedFile } from './sniff.ts';
import { spoolFile } from './spool-file.ts';
import { stripExif, type PhotoKind } from './strip-exif.ts';
import { taken, type Checked } from './upload-refusal.ts';

export type ReceivedFile = SniffedFile & { readonly key: string; readonly bytes: number };

export type UploadOptions = {
  /** A photo keeps where it was taken. */
  readonly keepPosition: boolean;
  readonly mostBytes?: number;
};

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Files are looked at whole, up to 50 MB each: no more than these at a time stand in memory. */
const inMemory = atMostTogether(2);

const PHOTO_KINDS: readonly string[] = ['jpeg', 'png', 'webp', 'heic'] satisfies readonly PhotoKind[];
const isPhoto = (kind: string): kind is PhotoKind => PHOTO_KINDS.includes(kind);

async function* upTo(most: number, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > most) throw new TooLarge();
    yield chunk;
  }
}

const looked = async (
  room: FileRoom,
  path: string,
  { keepPosition }: UploadOptions,
): Promise<Checked<ReceivedFile>> => {
  const bytes = await readFile(path);
  const sniffed = await sniffFile(bytes);
  if (!sniffed.accepted) return sniffed;
  const { kind } = sniffed.value;
  let kept: Buffer = bytes;
  if (isPhoto(kind) && !keepPosition) {
    const clean = stripExif(kind, bytes);
    if (clean.position === 'stuck') return refused('file.damaged', { kind });
    kept = clean.bytes;
  }
  const stored = await room.storage.put(
    (async function* () {
      yield kept;
    })(),
  );
  return taken({ ...sniffed.value, ...stored });
};

/** Takes in a file of unknown content: spooled to disk, looked at, photos cleaned, then stored; or refused and gone. */
export const receiveUpload = async (
  room: FileRoom,
  source: AsyncIterable<Uint8Array>,
  options: UploadOptions,
): Promise<Checked<ReceivedFile>> => {
  const mostBytes = Math.min(options.mostBytes ?? MOST_UPLOAD_BYTES, MOST_UPLOAD_BYTES);
  try {
    const { path } = await spoolFile(room.spoolFolder, upTo(mostBytes, source));
    return await inMemory(() => looked(room, path, options)).finally(() => rm(path, { force: true }));
  } catch (error) {
    if (error instanceof TooLarge) return refused('file.tooLarge', { mostBytes });
    throw error;
  }
};
