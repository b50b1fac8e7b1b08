import { open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, OperatorError } from '../cli/operator-error.ts';
import { openDiskStorage } from '../files/disk-storage.ts';
import { StorageFault, type FileStorage } from '../files/file-storage.ts';
import { FILES } from './manifest.ts';

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
};

/** Digests of the files below a disk storage's folder, in order. */
export async function* keysOnDisk(root: string): AsyncGenerator<string> {
  for (const prefix of await namesIn(root)) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    for (const key of await namesIn(path.join(root, prefix))) if (/^[0-9a-f]{64}$/.test(key)) yield key;
  }
}

const pathOf = (root: string, key: string): string => path.join(root, key.slice(0, 2), key);

/** Stores a file under its digest; content that is there already stays. */
const copyFile = async (file: string, to: FileStorage, key: string): Promise<number> => {
  try {
    // Opened before it is read: a stream that finds no file tells so while nobody listens yet.
    const source = await open(file);
    return (await to.put(source.createReadStream(), key)).bytes;
  } catch (error) {
    if (error instanceof StorageFault)
      throw new OperatorError(`The file ${file} is damaged: its content has another digest.`, {
        cause: error,
      });
    if (errorCode(error) === 'ENOENT')
      throw new OperatorError(`The file ${file} is missing.`, { cause: error });
    throw error;
  }
};

export type FileTotals = { readonly count: number; readonly bytes: number; readonly list: string };

/** Copies every stored file into the backup; a damaged one stops it. */
export const backUpFiles = async (root: string, backup: string): Promise<FileTotals> => {
  const target = path.join(backup, FILES);
  const to = await openDiskStorage(target);
  const keys: string[] = [];
  let bytes = 0;
  for await (const key of keysOnDisk(root)) {
    bytes += await copyFile(pathOf(root, key), to, key);
    keys.push(`${key}\n`);
  }
  await rm(path.join(target, 'incoming'), { recursive: true });
  return { count: keys.length, bytes, list: keys.join('') };
};

/** Copies the listed files out of a backup. Answers with those that were not there before. */
export const restoreFiles = async (
  backup: string,
  root: string,
  keys: readonly string[],
): Promise<readonly string[]> => {
  const to = await openDiskStorage(root);
  const added: string[] = [];
  try {
    for (const key of keys) {
      if (await to.has(key)) continue;
      await copyFile(pathOf(path.join(backup, FILES), key), to, key);
      added.push(key);
    }
    return added;
  } catch (error) {
    await removeFiles(root, added);
    throw error;
  }
};

export const removeFiles = async (root: string, keys: readonly string[]): Promise<void> => {
  const storage = await openDiskStorage(root);
  for (const key of keys) await storage.remove(key);
};
