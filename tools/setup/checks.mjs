// Runs the checks and the tests and counts them.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, toolEnvironment, xiaoerNode } from './install.mjs';

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  });
}

/** Runs a program and prints what it said in one piece, under a heading, when it has ended. */
function runQuietly(title, [command, ...args], environment = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      running.delete(child);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`\n== ${title} (${code === 0 ? 'passed' : 'failed'}, ${seconds} s)\n`);
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** A script of package.json as one check. */
export async function runScript(script) {
  const code = await runQuietly(script, ['npm', 'run', '--silent', script]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [script] };
}

/** What failed, by file and test, with what it says of why. */
export function failuresOf(report) {
  return report.testResults.flatMap((file) => {
    const name = relative(root, file.name);
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that breaks before its first test counts as one failure.
    if (file.status === 'failed' && file.assertionResults.length === 0) return [`${name}: ${file.message}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`,
    );
  });
}

function readCounts(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const failures = failuresOf(report);
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: failures.length, skipped, failures };
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failures: [] };
  }
}

/** One vitest project; its counts come from vitest's own JSON report. */
export async function runProject(project, { args = [], environment = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-report-'));
  const report = join(folder, 'report.json');
  const vitest = [
    xiaoerNode(),
    'node_modules/vitest/vitest.mjs',
    'run',
    '--passWithNoTests',
    '--project',
    project,
  ];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runQuietly(`${project} tests`, [...vitest, ...reporters, ...args], environment);
  const counts = readCounts(report);
  rmSync(folder, { recursive: true });
  if (counts.skipped > 0) console.log(`not run: ${counts.skipped} skipped tests in ${project}`);
  // Vitest may fail outside any test: an error nobody caught, a crash.
  if (counts.failed === 0 && code !== 0)
    return { ...counts, failed: 1, failures: [`${project} tests: failed outside any test, see above`] };
  return counts;
}

export const sum = (results) => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  failed: results.reduce((total, { failed }) => total + failed, 0),
  skipped: results.reduce((total, { skipped = 0 }) => total + skipped, 0),
  failures: results.flatMap(({ failures = [] }) => failures),
});

/** One after the other. */
export async function inTurn(...runs) {
  const results = [];
  for (const run of runs) results.push(await run());
  return sum(results);
}

/** Two at a time: what needs npm packages only. */
export async function quickChecks() {
  const checks = inTurn(
    () => runScript('format:check'),
    () => runScript('lint'),
    () => runScript('types'),
  );
  return sum(await Promise.all([checks, runProject('unit')]));
}

/** Says again what failed, prints the last line and ends. */
export function conclude({ passed, failed, skipped, failures }, incomplete = false) {
  process.exitCode = failed > 0 || skipped > 0 || incomplete ? 1 : 0;
  for (const failure of failures) console.log(`\nfailed: ${failure}`);
  console.log(`\n${passed} passed, ${failed} failed`);
}
