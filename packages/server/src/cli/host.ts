import { setHostName } from '../auth/tenants.ts';
import type { CommandCall } from './command-call.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';
import { requireCurrentSchema, withOwner } from './with-owner.ts';

const LONGEST = 253;
const HOST_NAME = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

const hostNameOf = (word: string): string | null => {
  if (word === 'none') return null;
  const name = word.toLowerCase();
  if (name.length > LONGEST || !HOST_NAME.test(name))
    throw new OperatorError(`${word} is not a host name. Write it without https:// and without a port.`);
  return name;
};

/** `host CODE NAME` */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const [code = '', word = ''] = parseWords(args, { usage, words: 2, options: {} }).positionals;
  const name = hostNameOf(word);
  const outcome = await withOwner(readSettings(env), async ({ client }) => {
    await requireCurrentSchema(client);
    return setHostName(client, code, name);
  });
  if (outcome === 'unknown') throw new OperatorError(`There is no zone with the code ${code}.`);
  if (outcome === 'taken') throw new OperatorError(`Another zone has the host name ${name}.`);
  console.log(name === null ? `${code} has no host name of its own.` : `${code} is at ${name}.`);
  return 0;
}
