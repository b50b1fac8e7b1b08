import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { holdEmbedded, isRoot, makeCheckout, ordinary } from '../testing/held-program.ts';
import { layoutOf } from './layout.ts';
import { stopAbandoned } from './start-embedded.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-users-'));
chmodSync(folder, 0o755);
const ofUser = join(folder, 'of-user');
const ofSelf = join(folder, 'of-self');

const ownFolder = (name: string, mode: number): string => {
  const path = join(folder, name);
  mkdirSync(path);
  if (ordinary.uid !== undefined) chownSync(path, ordinary.uid, ordinary.gid);
  chmodSync(path, mode);
  return path;
};

const dataDirs = ['ordinary/var', 'self/var', 'readonly', 'open/var'].map((name) => join(folder, name));

afterAll(async () => {
  for (const dataDir of dataDirs) await stopAbandoned(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('runs for an ordinary user from a private checkout with umask 077', async () => {
    makeCheckout(ofUser, ordinary);
    const dataDir = join(ownFolder('ordinary', 0o700), 'var');
    const program = holdEmbedded({ dataDir, checkout: ofUser, user: ordinary, umask: '077' });
    expect(await program.outcome).toEqual({ ready: true, text: layoutOf(dataDir).socketDir });
    expect(statSync(layoutOf(dataDir).cluster).uid).toBe(ordinary.uid ?? process.getuid?.());
    expect(await program.end('SIGTERM')).toBe('stopped');
  });

  it('runs for whoever runs the tests, root too, from a private checkout with umask 077', async () => {
    makeCheckout(ofSelf, {});
    mkdirSync(join(folder, 'self'), { mode: 0o755 });
    const dataDir = join(folder, 'self', 'var');
    const program = holdEmbedded({ dataDir, checkout: ofSelf, umask: '077' });
    expect(await program.outcome).toEqual({ ready: true, text: layoutOf(dataDir).socketDir });
    expect(statSync(layoutOf(dataDir).cluster).uid).not.toBe(0);
    rmSync(ofSelf, { recursive: true });
    expect(await program.end('SIGTERM')).toBe('stopped');
  });

  it('says in one line that a folder is read-only for its user', async () => {
    const dataDir = ownFolder('readonly', 0o555);
    const program = holdEmbedded({ dataDir, checkout: ofUser, user: ordinary });
    const text = `OperatorError: The data folder ${dataDir} cannot be used: permission is denied.`;
    expect(await program.outcome).toEqual({ ready: false, text });
    expect(existsSync(join(dataDir, 'database'))).toBe(false);
  });

  it('says in one line that its user may not enter the folder above', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: isRoot ? 0o700 : 0o000 });
    const { ready, text } = await holdEmbedded({ dataDir: join(closed, 'var') }).outcome;
    expect(ready).toBe(false);
    expect(text).toMatch(/^OperatorError: The data folder .* cannot be used: .*$/);
    expect(existsSync(join(closed, 'var'))).toBe(false);
    chmodSync(closed, 0o700);
  });
});
