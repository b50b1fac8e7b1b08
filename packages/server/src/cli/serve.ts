import { flushCompileCache } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { openLog } from '../http/log.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { assemble } from './assemble.ts';
import type { CommandCall } from './command-call.ts';
import { fillEmptyDatabase, sampleSignIns } from './fill-empty-database.ts';
import { listenError, requireFreePort } from './free-port.ts';
import { createLifetime, type Lifetime } from './lifetime.ts';
import { openDatabase } from './open-database.ts';
import { parseWords } from './parse-words.ts';
import { readSettings, type Settings } from './settings.ts';
import { listenForStop } from './stop-signals.ts';

const DRAIN_MS = 10_000;
const say = (line: string): void => console.log(line);

async function listen(app: FastifyInstance, { port, host }: Settings): Promise<string> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw listenError({ port, host }, error);
  }
  const address = app.server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${taken}`;
}

/** Running requests finish; whatever is still open after ten seconds is cut. */
function closeWithDrain(app: FastifyInstance, lifetime: Lifetime): void {
  let closed: Promise<unknown> = Promise.resolve();
  lifetime.onStop('intake', async () => {
    closed = app.close();
  });
  lifetime.onStop('drain', async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await closed.finally(() => clearTimeout(cut));
  });
}

type Start = { readonly settings: Settings; readonly lifetime: Lifetime; readonly signal: AbortSignal };

async function start({ settings, lifetime, signal }: Start): Promise<void> {
  await requireFreePort(settings);
  const database = await openDatabase(settings, say);
  lifetime.onStop('database', () => database.stop());
  if (signal.aborted) return;
  await bringUpToDate(database.ownerConfig);
  if (signal.aborted) return;
  await fillEmptyDatabase({ settings, database, signal });
  if (signal.aborted) return;
  const logger = openLog(settings.logLevel);
  const app = await assemble({ settings, database, lifetime, logger, signal });
  closeWithDrain(app, lifetime);
  if (signal.aborted) return;
  const address = await listen(app, settings);
  if (signal.aborted) return;
  say(`Xiaoer is ready at ${address}`);
  for (const line of await sampleSignIns(database.appConfig)) say(line);
  flushCompileCache();
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
