import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdEmbedded } from '../testing/held-program.ts';
import { layoutOf } from './layout.ts';
import { runningPostmaster } from './postmaster.ts';
import { startEmbedded, stopAbandoned, type EmbeddedDatabase } from './start-embedded.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-launcher-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'kept');
const layout = layoutOf(dataDir);
const log = () => undefined;

async function ask(config: ClientConfig, sql: string): Promise<unknown> {
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const postmaster = (): number => {
  const pid = runningPostmaster(layout);
  if (pid === undefined) throw new Error('PostgreSQL does not run');
  return pid;
};

async function untilAnswered<T>(question: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await question();
    } catch {
      await delay(30);
    }
  }
}

async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(1);
}

beforeAll(async () => {
  const first = await startEmbedded({ dataDir, log });
  await ask(first.ownerConfig, 'create table kept (word text)');
  await first.stop();
});

afterAll(async () => {
  for (const name of readdirSync(folder)) await stopAbandoned(join(folder, name));
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  let embedded: EmbeddedDatabase;

  it('keeps its data over a stop and a start', async () => {
    expect(runningPostmaster(layout)).toBeUndefined();
    embedded = await startEmbedded({ dataDir, log });
    expect(await ask(embedded.ownerConfig, `insert into kept values ('first') returning word`)).toBe('first');
  });

  it('is durable and reachable only through its private socket', async () => {
    expect(await ask(embedded.appConfig, 'show fsync')).toBe('on');
    expect(await ask(embedded.appConfig, 'show synchronous_commit')).toBe('on');
    expect(await ask(embedded.appConfig, 'show full_page_writes')).toBe('on');
    expect(await ask(embedded.appConfig, 'show listen_addresses')).toBe('');
  });

  it('keeps the app from the owner tables until they are granted', async () => {
    await expect(ask(embedded.appConfig, 'select word from kept')).rejects.toThrow('permission denied');
  });

  it('is attached to by a second program and stopped only by the last', async () => {
    const pid = postmaster();
    const second = await startEmbedded({ dataDir, log });
    expect(postmaster()).toBe(pid);
    expect(await embedded.stop()).toBe('left running');
    expect(postmaster()).toBe(pid);
    expect(await second.stop()).toBe('stopped');
    expect(runningPostmaster(layout)).toBeUndefined();
  });

  it('comes up once for programs that start and stop at the same moment', async () => {
    const both = await Promise.all([startEmbedded({ dataDir, log }), startEmbedded({ dataDir, log })]);
    const [leaving, arriving] = await Promise.all([both[0].stop(), startEmbedded({ dataDir, log })]);
    expect(leaving).toBe('left running');
    const [, late] = await Promise.all([
      Promise.all([both[1].stop(), arriving.stop()]),
      startEmbedded({ dataDir, log }),
    ]);
    expect(await ask(late.ownerConfig, 'select count(*)::int from kept')).toBe(1);
    expect(await late.stop()).toBe('stopped');
  });
});

it('stops once for programs that stop at the same moment', async () => {
  for (let round = 0; round < 3; round += 1) {
    const programs = await Promise.all([1, 2, 3, 4].map(() => startEmbedded({ dataDir, log })));
    const ends = await Promise.all(programs.map((program) => program.stop()));
    expect(ends.toSorted()).toEqual(['left running', 'left running', 'left running', 'stopped']);
    expect(runningPostmaster(layout)).toBeUndefined();
  }
});

describe('after kill -9', () => {
  it('of the program the next start attaches and then stops the server', async () => {
    const program = holdEmbedded({ dataDir });
    expect(await program.outcome).toMatchObject({ ready: true });
    const pid = postmaster();
    await program.end('SIGKILL');
    const next = await startEmbedded({ dataDir, log });
    expect(postmaster()).toBe(pid);
    expect(await next.stop()).toBe('stopped');
  });

  it('of PostgreSQL a running program starts it again and keeps what was committed', async () => {
    const embedded = await startEmbedded({ dataDir, log });
    await ask(embedded.ownerConfig, `insert into kept values ('before the kill')`);
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    const count = () =>
      ask(embedded.ownerConfig, `select count(*)::int from kept where word = 'before the kill'`);
    await untilTrue(() => runningPostmaster(layout) !== pid);
    expect(await untilAnswered(count)).toBe(1);
    expect(await embedded.stop()).toBe('stopped');
  });

  it('of both the next start recovers', async () => {
    const program = holdEmbedded({ dataDir });
    await program.outcome;
    const pid = postmaster();
    await program.end('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const next = await startEmbedded({ dataDir, log });
    expect(await ask(next.ownerConfig, 'select count(*)::int from kept')).toBe(2);
    expect(await next.stop()).toBe('stopped');
  });

  it('and a new start of the machine a process id given to somebody else does not stand in the way', async () => {
    writeFileSync(join(layout.cluster, 'postmaster.pid'), `${process.pid}\n${layout.cluster}\n1\n5432\n`);
    const next = await startEmbedded({ dataDir, log });
    expect(await next.stop()).toBe('stopped');
  });

  it('and a power cut an empty lock file does not stand in the way', async () => {
    const lock = join(layout.cluster, 'postmaster.pid');
    writeFileSync(lock, '');
    utimesSync(lock, 0, 0);
    const next = await startEmbedded({ dataDir, log });
    expect(await next.stop()).toBe('stopped');
  });

  it('in the middle of initdb the next start makes the cluster anew', async () => {
    const dataDir = join(folder, 'interrupted');
    const interrupted = layoutOf(dataDir);
    const making = () =>
      existsSync(interrupted.database)
        ? readdirSync(interrupted.database).filter((name) => name.startsWith('cluster.making-'))
        : [];
    const program = holdEmbedded({ dataDir });
    await untilTrue(() => making().length > 0);
    await program.end('SIGKILL');
    expect(existsSync(interrupted.cluster)).toBe(false);
    const next = await startEmbedded({ dataDir, log });
    expect(await ask(next.appConfig, 'select 1')).toBe(1);
    expect(making()).toEqual([]);
    await next.stop();
  });

  it('and while the initdb it left behind still writes, the next start waits for it to end', async () => {
    const dataDir = join(folder, 'written-still');
    const left = join(layoutOf(dataDir).database, 'cluster.making-1999999999-1-abcd');
    mkdirSync(left, { recursive: true });
    const writes = `i=0; while [ $i -lt 20000 ]; do i=$((i+1)); : > "${left}/$$-$i"; done`;
    for (let writer = 0; writer < 2; writer += 1) spawn('sh', ['-c', writes], { stdio: 'ignore' });
    await untilTrue(() => readdirSync(left).length > 50);
    const next = await startEmbedded({ dataDir, log });
    expect(await next.stop()).toBe('stopped');
    expect(existsSync(left)).toBe(false);
  });
});

describe('a data folder that cannot be used', () => {
  it('is named in one line when it is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const line = `The data folder ${file} cannot be used: part of the path is a file, not a folder.`;
    await expect(startEmbedded({ dataDir: file, log })).rejects.toThrow(line);
    await expect(startEmbedded({ dataDir: join(file, 'below'), log })).rejects.toThrow(
      'is a file, not a folder',
    );
    expect(readFileSync(file, 'utf8')).toBe('');
    rmSync(file);
  });

  it('is refused when another major version made its cluster', async () => {
    const other = layoutOf(join(folder, 'other'));
    mkdirSync(other.cluster, { recursive: true });
    writeFileSync(join(other.cluster, 'PG_VERSION'), '14\n');
    await expect(startEmbedded({ dataDir: other.dataDir, log })).rejects.toThrow('was made by PostgreSQL 14');
  });
});

it('uses a short socket folder when the path is deep', async () => {
  const deep = layoutOf(join(folder, 'x'.repeat(80)));
  const embedded = await startEmbedded({ dataDir: deep.dataDir, log });
  expect(embedded.socketDir).toMatch(/^\/tmp\/xiaoer-[0-9a-f]{12}$/);
  expect(await ask(embedded.appConfig, 'select 1')).toBe(1);
  await embedded.stop();
  rmSync(embedded.socketDir, { recursive: true });
});
