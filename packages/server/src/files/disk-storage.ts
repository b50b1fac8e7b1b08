import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { assertKey, type FileStorage, type StoredFile } from './file-storage.ts';
import { spoolFile } from './spool-file.ts';

const isMissing = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Files below one folder: `ab/abcd...` by digest. A file is written aside, synced, renamed and its folder synced, so
 * that a name never shows half a file, whatever is killed when.
 */
class DiskStorage implements FileStorage {
  private readonly root: string;
  private readonly incoming: string;

  constructor(root: string) {
    this.root = root;
    this.incoming = join(root, 'incoming');
  }

  async put(source: AsyncIterable<Uint8Array>, expectedKey?: string): Promise<StoredFile> {
    const { key, bytes, path } = await spoolFile(this.incoming, source, expectedKey);
    try {
      await this.moveIn(path, key);
    } catch (fault) {
      await rm(path, { force: true });
      throw fault;
    }
    return { key, bytes };
  }

  private async moveIn(path: string, key: string): Promise<void> {
    const target = this.pathOf(key);
    const folder = dirname(target);
    const created = await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(folder);
    if (created !== undefined) await syncFolder(this.root);
  }

  async open(key: string): Promise<Readable | undefined> {
    try {
      const handle = await open(this.pathOf(key), 'r');
      return handle.createReadStream();
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  }

  async has(key: string): Promise<boolean> {
    return access(this.pathOf(key)).then(
      () => true,
      () => false,
    );
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Removes what writers left behind that died before the given moment (epoch milliseconds); returns how many. */
  async sweepIncoming(before: number): Promise<number> {
    let swept = 0;
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs >= before) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.root, key.slice(0, 2), key);
  }
}

export type { DiskStorage };

/** Opens (and creates) the storage below `root`. */
export async function openDiskStorage(root: string): Promise<DiskStorage> {
  await mkdir(join(root, 'incoming'), { recursive: true, mode: 0o700 });
  return new DiskStorage(root);
}
