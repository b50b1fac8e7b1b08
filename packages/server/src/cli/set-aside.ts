import { listSetAside, tryAgain, type SetAside } from '../workers/set-aside.ts';
import type { CommandCall } from './command-call.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';
import { requireCurrentSchema, withOwner } from './with-owner.ts';

const lineOf = ({
  code,
  aggregate,
  stream_id,
  version,
  type,
  recorded_at,
  error,
  behind,
}: SetAside): string =>
  [
    `${code}  ${aggregate} ${stream_id} version ${version}  ${type}  ${recorded_at}`,
    `  ${error ?? ''}`,
    ...(behind === 0
      ? []
      : [`  ${behind} later of the same record ${behind === 1 ? 'waits' : 'wait'} for it.`]),
  ].join('\n');

/** `set-aside list | again` */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const [word] = parseWords(args, { usage, words: 1, options: {} }).positionals;
  if (word !== 'list' && word !== 'again') throw new OperatorError(`Usage: xiaoer ${usage}`);
  await withOwner(readSettings(env), async ({ client }) => {
    await requireCurrentSchema(client);
    if (word === 'again') {
      console.log(`To be tried again: ${await tryAgain(client)}`);
      return;
    }
    const events = await listSetAside(client);
    for (const event of events) console.log(lineOf(event));
    console.log(`Set aside: ${events.length}`);
  });
  return 0;
}
