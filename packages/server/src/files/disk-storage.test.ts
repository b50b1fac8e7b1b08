import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDiskStorage } from './disk-storage.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* source(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
async function* breaking() {
  yield Buffer.from('half');
  throw new Error('line lost');
}
const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const incoming = () => readdir(join(folder, 'incoming'));

describe('disk storage', () => {
  it('gives back what was put, under its digest', async () => {
    const storage = await openDiskStorage(folder);
    const stored = await storage.put(source('红水河', '路'));
    expect(stored).toEqual({ key: digest('红水河路'), bytes: 12 });
    const found = await storage.open(stored.key);
    expect(found && String(await buffer(found))).toBe('红水河路');
    expect(await storage.has(stored.key)).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('stores equal content once', async () => {
    const storage = await openDiskStorage(folder);
    const [one, other] = await Promise.all([storage.put(source('a', 'b')), storage.put(source('ab'))]);
    expect(one.key).toBe(other.key);
    expect(await readdir(join(folder, one.key.slice(0, 2)))).toEqual([one.key]);
  });

  it('knows nothing of a missing or removed key', async () => {
    const storage = await openDiskStorage(folder);
    const { key } = await storage.put(source('x'));
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.has(key)).toBe(false);
    expect(await storage.open(key)).toBeUndefined();
  });

  it('refuses content of another digest and leaves nothing behind', async () => {
    const storage = await openDiskStorage(folder);
    await expect(storage.put(source('x'), digest('y'))).rejects.toThrow('expected digest');
    expect(await incoming()).toEqual([]);
    expect(await storage.has(digest('x'))).toBe(false);
  });

  it('leaves nothing behind when the source breaks off', async () => {
    const storage = await openDiskStorage(folder);
    await expect(storage.put(breaking())).rejects.toThrow('line lost');
    expect(await incoming()).toEqual([]);
  });

  it('takes no key that is not a digest', async () => {
    const storage = await openDiskStorage(folder);
    await expect(storage.open('../../etc/passwd')).rejects.toThrow('digest');
  });

  it('sweeps only what was abandoned before a moment', async () => {
    const storage = await openDiskStorage(folder);
    await writeFile(join(folder, 'incoming', 'left.part'), 'half');
    expect(await storage.sweepIncoming(Date.now() - 60_000)).toBe(0);
    expect(await storage.sweepIncoming(Date.now() + 60_000)).toBe(1);
  });
});

async function putUntilKilled(acknowledgements: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'testing', 'put-until-killed.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > acknowledgements) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  return said.split('\n').slice(0, -1);
}

describe('disk storage under kill -9', () => {
  it('keeps every acknowledged file and never shows half of one', async () => {
    const acknowledged: string[] = [];
    for (const files of [1, 5, 20]) acknowledged.push(...(await putUntilKilled(files)));
    const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('incoming'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const name of names) expect(digest(await readFile(name))).toBe(name.slice(-64));
    for (const key of acknowledged) expect(names).toContain(join(folder, key.slice(0, 2), key));
    expect(acknowledged.length).toBeGreaterThanOrEqual(26);
  });
});
