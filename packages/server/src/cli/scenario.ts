import { SCENARIOS } from '../../../../scenarios/scenarios.ts';
import { openFileRoom } from '../files/file-room.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import type { CommandCall } from './command-call.ts';
import { installationSecret } from './installation-secret.ts';
import { loadScenario, type LoadedScenario } from './load-scenario.ts';
import { openDatabase } from './open-database.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';
import { progressBar, signInLines } from './progress-bar.ts';
import { readSettings } from './settings.ts';

const list = (): number => {
  for (const { id, summary } of SCENARIOS) console.log(`${id}  ${summary}`);
  return 0;
};

const milliseconds = (): number => Math.round(performance.now());

const tell = ({ commands, dueMoments, signIns }: LoadedScenario, took: number): void => {
  const seconds = took / 1_000;
  console.log(
    `${commands} commands and ${dueMoments} due moments in ${seconds.toFixed(1)} s (${Math.round(commands / seconds)} commands/s).`,
  );
  for (const line of signInLines(signIns)) console.log(line);
};

const load = async (id: string, env: CommandCall['env']): Promise<number> => {
  const settings = readSettings(env);
  const database = await openDatabase(settings, { log: (line) => console.error(line) });
  try {
    await bringUpToDate(database.ownerConfig);
    const from = milliseconds();
    const secret = await installationSecret(settings.dataDir);
    const onProgress = progressBar(`Loading ${id}`, process.stderr);
    const { storage } = await openFileRoom(settings.dataDir, settings.bucket);
    tell(await loadScenario({ database, id, secret, storage, onProgress }), milliseconds() - from);
    return 0;
  } finally {
    await database.stop();
  }
};

/** `scenario list` and `scenario load ID` */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const [action] = args;
  if (action === 'list') {
    parseWords(args, { usage, words: 1, options: {} });
    return list();
  }
  if (action !== 'load') throw new OperatorError(`Usage: xiaoer ${usage}`);
  const [, id] = parseWords(args, { usage, words: 2, options: {} }).positionals;
  return load(id ?? '', env);
}
