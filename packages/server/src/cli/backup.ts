import { resolve } from 'node:path';
import { fromEpochMilliseconds } from '@xiaoer/domain/time/instant';
import type { ClientConfig } from 'pg';
import type { Manifest } from '../backup/manifest.ts';
import { refuseTakenFolder, writeBackup } from '../backup/write-backup.ts';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { openSealKeys, type SealKeys } from '../seal/seal-keys.ts';
import { sealAllPending } from '../seal/seal-pending.ts';
import type { CommandCall } from './command-call.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';
import { filesRootOf, keyPlaceOf, requireCurrentSchema, withOwner } from './with-owner.ts';

const now = () => fromEpochMilliseconds(Date.now());

/** So that the roots the backup names cover nearly all that is in it. */
const sealFirst = async (ownerConfig: ClientConfig, keys: SealKeys): Promise<void> => {
  const pool = createPool(ownerConfig, { ...JOB_POOL, size: 1 });
  pool.on('error', () => undefined);
  try {
    await sealAllPending({ pool, keys, now });
  } finally {
    await pool.end();
  }
};

const lines = (folder: string, { tables, files, seals }: Manifest): readonly string[] => [
  `${folder}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables, ${files.count} files.`,
  ...seals.map(({ code, batch, root }) => `${code}: last root ${root} (batch ${batch})`),
  'Keep the roots elsewhere: xiaoer verify --root ROOT proves later that nothing sealed by then was cut off.',
];

/** `backup DIR` */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const { positionals } = parseWords(args, { usage, words: 1, options: {} });
  const folder = resolve(positionals[0] ?? '');
  await refuseTakenFolder(folder);
  const settings = readSettings(env);
  const manifest = await withOwner(settings, async ({ client, database }) => {
    await requireCurrentSchema(client);
    const keys = await openSealKeys(keyPlaceOf(settings));
    await sealFirst(database.ownerConfig, keys);
    const plan = { folder, filesRoot: filesRootOf(settings), publicKeys: keys.publicKeys, madeAt: now() };
    return writeBackup(client, plan);
  });
  console.log(lines(folder, manifest).join('\n'));
  return 0;
}
