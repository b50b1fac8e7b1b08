import { randomBytes } from 'node:crypto';
import { openDiskStorage } from '../disk-storage.ts';

/** Started by a test: puts files until it is killed, and names each one once it is said to be safe. */
const storage = await openDiskStorage(process.argv[2] ?? '');

async function* pieces() {
  for (let piece = 0; piece < 8; piece += 1) yield randomBytes(8_192);
}

for (;;) {
  const { key } = await storage.put(pieces());
  process.stdout.write(`${key}\n`);
}
