import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../tools/crash/server-process.ts';
import { median, report, spread } from './compare.ts';
import type { Bench } from './bench-zone.ts';

const SECONDS = 30;
const COMMANDS_PER_SECOND = 300;
const TOLD = /(\d+) commands and \d+ due moments in ([\d.]+) s/;

type Load = { readonly commands: number; readonly seconds: number };

/** Loads the scenario into a new folder as somebody would at a prompt; the database is started and migrated before the count begins. */
const once = async (): Promise<Load> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiaoer-bench-replay-'));
  chmodSync(folder, 0o711);
  try {
    const env = { DATA_DIR: path.join(folder, 'zone'), SCENARIO: 'none' };
    const { code, text } = await runProgram({ args: ['scenario', 'load', 'liangjiang'], env }).ended;
    const [, commands, seconds] = TOLD.exec(text) ?? [];
    if (code !== 0 || commands === undefined) throw new Error(`the scenario was not loaded: ${text}`);
    return { commands: Number(commands), seconds: Number(seconds) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How long the story of liangjiang takes to replay through its commands. */
export const measureReplay = async ({ runs }: Bench): Promise<number> => {
  const loads: Load[] = [];
  for (let run = 0; run < runs; run += 1) loads.push(await once());
  const seconds = loads.map((load) => load.seconds);
  const rates = loads.map((load) => load.commands / load.seconds);
  console.log(`  ${loads[0]?.commands} commands in ${spread(seconds)} s, ${spread(rates)} a second`);
  return (
    report('replay of liangjiang, seconds', median(seconds), { most: SECONDS }) +
    report('replay of liangjiang, commands per second', median(rates), { least: COMMANDS_PER_SECOND })
  );
};
