import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The installation's own secret (phone numbers and sign-in codes are kept under it), made on first use beside the seal's
 * key. Two processes that start together agree on the one that was linked first.
 */
export const installationSecret = async (dataDir: string): Promise<string> => {
  const folder = path.join(dataDir, 'keys');
  const file = path.join(folder, 'secret');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const making = `${file}.${process.pid}`;
  await writeFile(making, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  await link(making, file).catch(() => undefined);
  await rm(making, { force: true });
  return (await readFile(file, 'utf8')).trim();
};
