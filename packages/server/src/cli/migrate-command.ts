import { bringUpToDate } from './bring-up-to-date.ts';
import type { CommandCall } from './command-call.ts';
import { openDatabase } from './open-database.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';

/** `migrate` */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  parseWords(args, { usage, words: 0, options: {} });
  const database = await openDatabase(readSettings(env), { log: (line) => console.error(line) });
  try {
    const applied = await bringUpToDate(database.ownerConfig);
    console.log(applied.length > 0 ? applied.join('\n') : 'The database is up to date.');
    return 0;
  } finally {
    await database.stop();
  }
}
