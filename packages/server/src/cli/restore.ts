import { resolve } from 'node:path';
import { fromEpochMilliseconds } from '@xiaoer/domain/time/instant';
import { readManifest } from '../backup/manifest.ts';
import { publicKeysOf, restoreBackup } from '../backup/restore-backup.ts';
import { keepPublicKey, readPublicKeys } from '../seal/seal-keys.ts';
import { bringUpToDate, fillIn } from './bring-up-to-date.ts';
import type { CommandCall } from './command-call.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';
import { verificationOf } from './verification.ts';
import { reportLines } from './verify-report.ts';
import { filesRootOf, keyPlaceOf, withOwner } from './with-owner.ts';

/** `restore DIR`: exit code 0 when the backup was restored and verified; otherwise nothing was restored. */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const { positionals } = parseWords(args, { usage, words: 1, options: {} });
  const folder = resolve(positionals[0] ?? '');
  const settings = readSettings(env);
  // Before a database is started for it.
  await readManifest(folder);
  const place = keyPlaceOf(settings);
  const known = await readPublicKeys(place);
  const { report, manifest } = await withOwner(settings, async ({ client, database }) => {
    const verification = verificationOf(known);
    const plan = { folder, filesRoot: filesRootOf(settings), verification, fillIn };
    const restored = await restoreBackup(client, plan);
    if (restored.report.ok) {
      for (const key of publicKeysOf(restored.manifest).values()) await keepPublicKey(place.folder, key);
      await bringUpToDate(database.ownerConfig);
    }
    return restored;
  });
  console.log(reportLines(report, fromEpochMilliseconds(Date.now())).join('\n'));
  for (const { keyId } of manifest.publicKeys)
    if (!known.has(keyId))
      console.log(`Key ${keyId} was not known here: it is believed because the backup says so.`);
  console.log(report.ok ? `Restored from ${folder}.` : 'Nothing was restored.');
  return report.ok ? 0 : 1;
}
