import { createHash, randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFault, type StoredFile } from './file-storage.ts';

export type SpooledFile = StoredFile & { readonly path: string };

async function drainInto(file: FileHandle, source: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    bytes += chunk.length;
    await file.writeFile(chunk);
  }
  await file.sync();
  return { key: hash.digest('hex'), bytes };
}

/** Writes a source of unknown digest to a new file in `folder`, synced; leaves nothing behind when it fails. */
export async function spoolFile(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  expectedKey?: string,
): Promise<SpooledFile> {
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o600);
  try {
    const stored = await drainInto(file, source).finally(() => file.close());
    if (expectedKey !== undefined && stored.key !== expectedKey) {
      throw new StorageFault('The content does not have the expected digest.');
    }
    return { ...stored, path };
  } catch (fault) {
    await rm(path, { force: true });
    throw fault;
  }
}
