import { fromEpochMilliseconds } from '@xiaoer/domain/time/instant';
import { readPublicKeys } from '../seal/seal-keys.ts';
import { verifyDatabase } from '../seal/verify-database.ts';
import type { CommandCall } from './command-call.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';
import { verificationOf } from './verification.ts';
import { reportLines, tailSeconds } from './verify-report.ts';
import { keyPlaceOf, requireCurrentSchema, withOwner } from './with-owner.ts';

const rootOf = (word: string | undefined): string | undefined => {
  if (word === undefined) return undefined;
  const root = word.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(root))
    throw new OperatorError(`${word} is not a root: it has 64 digits 0-9 and a-f.`);
  return root;
};

/** `verify [--root HASH] [--json]`: exit code 0 when everything agrees, else 1. */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const { values } = parseWords(args, {
    usage,
    words: 0,
    options: { root: { type: 'string' }, json: { type: 'boolean' } },
  });
  const root = rootOf(typeof values.root === 'string' ? values.root : undefined);
  const settings = readSettings(env);
  const report = await withOwner(settings, async ({ client }) => {
    await requireCurrentSchema(client);
    return verifyDatabase(client, verificationOf(await readPublicKeys(keyPlaceOf(settings)), root));
  });
  const now = fromEpochMilliseconds(Date.now());
  const tenants = report.tenants.map((tenant) => ({ ...tenant, tailSeconds: tailSeconds(tenant, now) }));
  console.log(values.json ? JSON.stringify({ ...report, tenants }) : reportLines(report, now).join('\n'));
  return report.ok ? 0 : 1;
}
