import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from '../architecture/source-files.ts';

/** A checkout in which installing and building are done, and every test project says what its environment asks for. */
const checkout = mkdtempSync(join(tmpdir(), 'xiaoer-setup-'));
afterAll(() => rmSync(checkout, { recursive: true }));

const write = (path: string, text: string, mode = 0o644): void => {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
  chmodSync(join(checkout, path), mode);
};
const script = (path: string, text: string): void => write(path, `#!/bin/sh\n${text}\n`, 0o755);

const VITEST = `
import { writeFileSync } from 'node:fs';
const words = process.argv.slice(2);
const project = words[words.indexOf('--project') + 1];
const report = words.find((word) => word.startsWith('--outputFile.json=')).split('=')[1];
console.log('vitest', words.filter((word) => word !== report && !word.includes('report')).join(' '));
const [numPassedTests, numFailedTests, numPendingTests] = JSON.parse(process.env['RESULT_' + project] ?? '[10, 0, 0]');
const failed = { status: 'failed', fullName: 'a law holds', failureMessages: ['1 is not 2\\n    at there'] };
const assertionResults = Array.from({ length: numFailedTests }, () => failed);
const testResults = [
  { name: process.cwd() + '/some.test.ts', status: numFailedTests > 0 ? 'failed' : 'passed', assertionResults },
  ...(process.env['BREAKS_' + project] ? [{ name: process.cwd() + '/broken.test.ts', status: 'failed', assertionResults: [], message: 'no such module' }] : []),
];
const counts = { numPassedTests, numFailedTests, numPendingTests, numTodoTests: 0 };
writeFileSync(report, JSON.stringify({ ...counts, testResults }));
process.exitCode = numFailedTests > 0 ? 1 : 0;
`;

beforeAll(() => {
  cpSync(import.meta.dirname, join(checkout, 'tools/setup'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  write('package.json', '{"type": "module", "scripts": {}}');
  for (const path of ['package-lock.json', 'node_modules/.package-lock.json'])
    write(path, '{"packages": {}}');
  for (const path of ['packages/web/index.html', 'packages/contract/src/a.ts', 'packages/domain/src/a.ts'])
    write(path, '');
  write('packages/web/dist/index.html', '');
  write('node_modules/vitest/vitest.mjs', VITEST);
  mkdirSync(join(checkout, 'node_modules/.bin'), { recursive: true });
  symlinkSync(process.execPath, join(checkout, 'node_modules/.bin/node'));
  script('bin/npm', 'for last; do :; done; test "$last" != "$BROKEN_SCRIPT"');
  script('programs/chromium', '');
  script('programs/soffice', '');
  script('programs/pdftotext', '');
  script('programs/fc-list', 'echo Noto Sans CJK SC');
});

type Ended = { readonly code: number; readonly lines: readonly string[] };

/** Runs the tool with nothing on its path but npm and the folders given. */
const npmTest = (folders: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const path = ['bin', ...folders].map((folder) => join(checkout, folder)).join(':');
    const tool = join(checkout, 'tools/setup/test.mjs');
    const child = execFile(process.execPath, [tool], { env: { PATH: path, ...more } }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, lines: `${out}${err}`.trimEnd().split('\n') }),
    );
  });

const notRun = ({ lines }: Ended) => lines.filter((line) => line.startsWith('not run: '));
const vitestRuns = ({ lines }: Ended) => lines.filter((line) => line.startsWith('vitest run'));

describe('npm test', () => {
  it('runs every part, counts them in its last line and ends with 0', async () => {
    const ended = await npmTest(['programs']);
    expect(ended).toMatchObject({ code: 0 });
    // Four projects of ten tests each; format, lint and types.
    expect(ended.lines.at(-1)).toBe('43 passed, 0 failed');
    expect(notRun(ended)).toEqual([]);
    for (const project of ['unit', 'integration', 'oldest', 'stories'])
      expect(vitestRuns(ended).filter((line) => line.includes(`--project ${project}`))).toHaveLength(1);
    expect(vitestRuns(ended).join()).not.toContain('--exclude');
  });

  it('says of each missing program what was not run for it, and ends with 1 although nothing failed', async () => {
    const ended = await npmTest([]);
    expect(notRun(ended)).toEqual([
      'not run: browser stories (Chromium is missing)',
      'not run: browser stories, office documents (a Chinese font is missing)',
      'not run: office documents (LibreOffice is missing)',
      'not run: office documents (poppler (pdftotext) is missing)',
    ]);
    expect(ended.code).toBe(1);
    expect(ended.lines.at(-1)).toBe('33 passed, 0 failed');
    const integration = vitestRuns(ended).find((line) => line.includes('--project integration'));
    expect(integration).toContain('--exclude **/*.office.int.test.ts');
    expect(vitestRuns(ended).join()).not.toContain('--project stories');
  });

  it('ends with 1 and counts what failed, in tests and in checks', async () => {
    const failing = await npmTest(['programs'], { RESULT_integration: '[7, 3, 0]', BROKEN_SCRIPT: 'lint' });
    expect(failing).toMatchObject({ code: 1 });
    expect(failing.lines.at(-1)).toBe('39 passed, 4 failed');
  });

  it('names at its end what failed and why: the head of a long output may be lost', async () => {
    const failing = await npmTest(['programs'], {
      RESULT_unit: '[9, 1, 0]',
      BREAKS_oldest: 'yes',
      BROKEN_SCRIPT: 'lint',
    });
    expect(failing.lines.slice(failing.lines.indexOf('failed: lint')).filter((line) => line !== '')).toEqual([
      'failed: lint',
      'failed: some.test.ts: a law holds',
      '1 is not 2',
      '    at there',
      'failed: broken.test.ts: no such module',
      '41 passed, 3 failed',
    ]);
  });

  it('says that tests were skipped, and ends with 1', async () => {
    const skipping = await npmTest(['programs'], { RESULT_oldest: '[8, 0, 2]' });
    expect(notRun(skipping)).toEqual(['not run: 2 skipped tests in oldest']);
    expect(skipping.code).toBe(1);
    expect(skipping.lines.at(-1)).toBe('41 passed, 0 failed');
  });
});

/** The program as `npm start` meets it: says what it was given, then waits until it is told to stop. */
const PROGRAM = `
if (process.env.REFUSED) { console.error(process.env.REFUSED); process.exit(1); }
const waiting = setInterval(() => undefined, 1000);
process.on('SIGTERM', () => { console.log('Stopping.'); clearInterval(waiting); });
console.log('program', process.argv.slice(2).join(' '), process.execArgv.join(' '));
`;

const npmStart = (more: Readonly<Record<string, string>>) =>
  execFile(process.execPath, [join(checkout, 'tools/setup/start.mjs')], {
    env: { PATH: join(checkout, 'bin'), ...more },
  });

describe('npm start', () => {
  beforeAll(() => {
    write('program.mjs', PROGRAM);
    write('package.json', '{"type": "module", "scripts": {"xiaoer": "node --no-warnings program.mjs"}}');
  });

  it('hands over to serve, whose lines are its own, and passes the wish to stop on', async () => {
    const child = npmStart({});
    const said = await new Promise<string>((resolve) => {
      let out = '';
      child.stdout?.on('data', (chunk: string) => {
        out += chunk;
        if (out.endsWith('--no-warnings\n')) child.kill('SIGTERM');
      });
      child.once('close', () => resolve(out));
    });
    expect(said.split('\n').slice(-3)).toEqual(['program serve --no-warnings', 'Stopping.', '']);
    expect(child.exitCode).toBe(0);
  });

  it('ends with the exit code and the line of a program that refuses', async () => {
    const line = 'Port 3000 is in use. Stop the other program or set PORT.';
    const child = npmStart({ REFUSED: line });
    const complained = await new Promise<string>((resolve) => {
      let err = '';
      child.stderr?.on('data', (chunk: string) => (err += chunk));
      child.once('close', () => resolve(err));
    });
    expect(complained).toBe(`${line}\n`);
    expect(child.exitCode).toBe(1);
  });
});

describe('tests that need LibreOffice or poppler', () => {
  it('bear the name by which they are left out without them', () => {
    const opening = sourceFiles().filter((file) =>
      importsOf(file).some((specifier) => specifier.endsWith('testing/open-document.ts')),
    );
    expect(opening.length).toBeGreaterThan(1);
    expect(opening.map(({ path }) => path).filter((path) => !path.endsWith('.office.int.test.ts'))).toEqual(
      [],
    );
    expect(
      globSync('**/*.office.int.test.ts', { cwd: join(import.meta.dirname, '../../packages') }),
    ).toHaveLength(opening.length);
  });
});
