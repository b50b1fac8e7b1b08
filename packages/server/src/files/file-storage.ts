import type { Readable } from 'node:stream';

export type StoredFile = {
  /** SHA-256 of the content, 64 lower-case hex digits: the file's only name. */
  readonly key: string;
  readonly bytes: number;
};

/** Content-addressed files: equal bytes are stored once, and what a key names never changes. */
export interface FileStorage {
  /** Stores everything the source yields; when it returns, the file survives a crash. Throws on an unexpected digest. */
  put(source: AsyncIterable<Uint8Array>, expectedKey?: string): Promise<StoredFile>;
  open(key: string): Promise<Readable | undefined>;
  has(key: string): Promise<boolean>;
  /** Removes a file that nobody refers to any more; a missing one is fine. */
  remove(key: string): Promise<void>;
}

/** The place where files are kept failed or broke its word; the caller may try again later. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
}

/** Keys become paths, so anything else than a digest is a bug of the caller. */
export function assertKey(key: string): void {
  if (!/^[0-9a-f]{64}$/u.test(key)) throw new Error('A file key is a SHA-256 digest in lower-case hex.');
}
