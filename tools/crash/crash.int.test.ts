import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const CRASH = path.join(import.meta.dirname, 'crash.ts');
const isRoot = process.getuid?.() === 0;

const crash = async (...args: readonly string[]): Promise<{ code: number | null; said: string }> => {
  const child = spawn(process.execPath, [CRASH, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
};

describe('the crash test', () => {
  it('loses and doubles nothing in ten rounds', { timeout: 240_000 }, async () => {
    const { code, said } = await crash('--rounds', '10', '--disk-full', 'no');
    expect(said).toMatch(/10 rounds in \d+ s: nothing lost, nothing doubled/);
    expect(said).toMatch(/between outbox and delivery/);
    expect(said).toMatch(/after commit, before reply/);
    expect(said).toMatch(/database killed/);
    expect(said).toMatch(/migrations killed/);
    expect(code).toBe(0);
  });

  it('refuses clearly on a full disk, or says that it did not run', { timeout: 120_000 }, async () => {
    const { code, said } = await crash('--rounds', '0');
    expect(said).toMatch(isRoot ? /507 server\.storage-full/ : /not run: the disk-full round/);
    expect(code).toBe(isRoot ? 0 : 1);
  });
});
