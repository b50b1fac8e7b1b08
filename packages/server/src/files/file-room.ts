import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openDiskStorage } from './disk-storage.ts';
import type { FileStorage } from './file-storage.ts';
import { openS3Storage, type S3Settings } from './s3-storage.ts';

/** Where files are kept, and a local folder for what has not been looked at yet. */
export type FileRoom = { readonly storage: FileStorage; readonly spoolFolder: string };

/** Opens DATA_DIR/files, or a bucket with DATA_DIR/files/incoming as its spool. */
export const openFileRoom = async (
  dataDir: string,
  bucket: Omit<S3Settings, 'spoolFolder'> | undefined,
): Promise<FileRoom> => {
  const root = path.join(dataDir, 'files');
  const spoolFolder = path.join(root, 'incoming');
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 });
  const storage =
    bucket === undefined ? await openDiskStorage(root) : openS3Storage({ ...bucket, spoolFolder });
  return { storage, spoolFolder };
};
