import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyTree } from './copy-tree.ts';
import { FAULTS } from './faults.ts';
import type { Fault } from './planted.ts';
import { plant } from './plant.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** A fault may hang the program: that is noticed too. */
const PATIENCE_MS = 120_000;

const isIntegration = (test: string): boolean => test.includes('.int.test');

/** Whether the tests pass in the copy. */
const passes = (copy: string, tests: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const project = tests.some(isIntegration) ? 'integration' : 'unit';
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', '--project', project, ...tests];
    const child = spawn(process.execPath, vitest, { cwd: copy, stdio: 'ignore', timeout: PATIENCE_MS });
    child.on('close', (code) => resolve(code === 0));
  });

/** Whether the tests notice the fault; the copy is whole again afterwards. */
const isNoticed = async (copy: string, fault: Fault): Promise<boolean> => {
  const file = path.join(copy, fault.file);
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, plant(sound, fault));
  const passed = await passes(copy, fault.tests);
  writeFileSync(file, sound);
  return !passed;
};

/** A fault proves nothing when its tests fail without it. */
const brokenWithout = async (copy: string, faults: readonly Fault[]): Promise<readonly string[]> => {
  const groups = new Map(faults.map(({ tests }) => [tests.join(' '), tests]));
  const broken: string[] = [];
  for (const [name, tests] of groups) if (!(await passes(copy, tests))) broken.push(name);
  return broken;
};

const run = async (copy: string, faults: readonly Fault[]): Promise<number> => {
  const broken = await brokenWithout(copy, faults);
  for (const tests of broken) console.log(`fails without any fault: ${tests}`);
  if (broken.length > 0) return broken.length;
  let survivors = 0;
  for (const [index, fault] of faults.entries()) {
    const noticed = await isNoticed(copy, fault);
    if (!noticed) survivors += 1;
    console.log(
      `${String(index + 1).padStart(2)}/${faults.length} ${noticed ? 'killed  ' : 'SURVIVED'} ${fault.name} (${fault.file})`,
    );
  }
  return survivors;
};

/** `npm run mutants [WORD]`: plants each fault (whose name or file holds the word) in a copy and runs its tests. */
const [word = ''] = process.argv.slice(2);
const chosen = FAULTS.filter(({ name, file }) => `${name} ${file}`.includes(word));
const began = performance.now();
const copy = copyTree(ROOT);
const remove = (): void => rmSync(copy, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    remove();
    process.exit(130);
  });
const survivors = await run(copy, chosen).finally(remove);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${chosen.length - survivors} killed, ${survivors} survived, ${seconds} s`);
process.exitCode = survivors === 0 && chosen.length > 0 ? 0 : 1;
