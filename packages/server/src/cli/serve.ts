import { openDatabase } from './open-database.ts';
import type { CommandCall } from './command-call.ts';
import { requireFreePort } from './free-port.ts';
import { createLifetime, type Lifetime } from './lifetime.ts';
import { parseWords } from './parse-words.ts';
import { readSettings, type Settings } from './settings.ts';
import { listenForStop } from './stop-signals.ts';

const say = (line: string): void => console.log(line);

type Start = { readonly settings: Settings; readonly lifetime: Lifetime; readonly signal: AbortSignal };

/** While PostgreSQL starts in a process of its own, the rest of the program is read. */
async function start({ settings, lifetime, signal }: Start): Promise<void> {
  await requireFreePort(settings);
  if (settings.metrics !== undefined)
    await requireFreePort(settings.metrics, { port: 'METRICS_PORT', host: 'METRICS_HOST' });
  const { promise: spawned, resolve: onSpawn } = Promise.withResolvers<void>();
  const opening = openDatabase(settings, { log: say, onSpawn });
  opening.catch(() => undefined);
  await Promise.race([spawned, opening]);
  const { startOnDatabase } = await import('./start-on-database.ts');
  const database = await opening;
  lifetime.onStop('database', () => database.stop());
  if (!signal.aborted) await startOnDatabase({ settings, database, lifetime, signal, say });
}

/** `serve`: runs until Ctrl-C or SIGTERM. */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  parseWords(args, { usage, words: 0, options: {} });
  const settings = readSettings(env);
  const lifetime = createLifetime((line) => console.error(line));
  const asked = new AbortController();
  const { promise: stopAsked, resolve: stop } = Promise.withResolvers<void>();
  const ask = () => {
    say('Stopping.');
    asked.abort();
    stop();
  };
  listenForStop({ stop: ask, force: () => process.exit(130), env });
  try {
    await start({ settings, lifetime, signal: asked.signal });
    await stopAsked;
  } finally {
    await lifetime.stop();
  }
  return 0;
}
