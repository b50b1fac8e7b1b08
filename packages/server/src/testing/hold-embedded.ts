import { startEmbedded } from '../embedded/start-embedded.ts';

/** A program that holds the embedded database until it is told to end: what the launcher's tests start and kill. */
const [dataDir = ''] = process.argv.slice(2);
process.on('SIGTERM', () => undefined);
try {
  const embedded = await startEmbedded({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
  process.stdout.write(`ready ${embedded.socketDir}\n`);
  const told = new Promise<void>((resolve) => process.once('SIGTERM', resolve));
  await Promise.race([told, new Promise(() => setInterval(() => undefined, 60_000))]);
  process.stdout.write(`${await embedded.stop()}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
  process.exit(1);
}
