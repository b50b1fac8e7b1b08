// Runs on the machine's own Node (20.19 or newer) before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const modules = join(root, 'node_modules');
const installStamp = join(modules, '.xiaoer-stamp');
const webStamp = join(modules, '.cache', 'xiaoer-web-stamp');

/** Ends with one clear line. */
export function giveUp(line) {
  console.error(line);
  process.exit(1);
}

/** npm by the Node that runs us; a bare `node` may be another one. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
}

/** Runs npm with its output shown. Answers with its exit code. */
export function runNpm(args) {
  const [command, first] = npmCommand();
  const { status, error } = spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit' });
  if (error) giveUp(`npm could not be started: ${error.message}`);
  return status ?? 1;
}

const readOrEmpty = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function requireMachineNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Xiaoer needs Node 20.19 or newer for its set-up, this is ${process.version}.`);
}

/** What `node` is given to run the program, as package.json says. */
export const programWords = () =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    .scripts.xiaoer.split(' ')
    .slice(1);

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether `npm install` already put there what the lock says: npm notes it when it has finished. */
function lockIsInstalled() {
  const noted = join(modules, '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = readPackages(noted);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
    ([place, { version, optional }]) => {
      const there = installed[place];
      return there ? there.version === version : optional || !place.startsWith('node_modules/');
    },
  );
}

/** Installs the npm packages unless those of this lock and platform stand there already. */
export function ensureInstalled() {
  requireMachineNode();
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (readOrEmpty(installStamp) === wanted) return;
  if (lockIsInstalled()) {
    writeFileSync(installStamp, wanted);
    return;
  }
  console.log('Installing the npm packages (once, about a minute).');
  const code = runNpm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  if (code !== 0) giveUp(`npm ci failed with exit code ${code}.`);
  writeFileSync(installStamp, wanted);
}

/** The Node that runs Xiaoer: npm brought it, or on other platforms the machine's own when it is new enough. */
export function xiaoerNode() {
  const brought = join(modules, '.bin', 'node');
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return giveUp(
    `On ${process.platform}-${process.arch} Xiaoer needs Node 24 or newer installed, this is ${process.version}.`,
  );
}

/** An environment in which the packages' programs, and their Node, come first. */
export const toolEnvironment = (more = {}) => ({
  ...process.env,
  PATH: `${join(modules, '.bin')}:${process.env.PATH}`,
  ...more,
});

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'node_modules' || entry.name.startsWith('dist')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** The web client is made from its own folder, the contract, the domain and the packages in the lock. */
function webInputs() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['packages/web', 'packages/contract/src', 'packages/domain/src']) {
    for (const path of filesBelow(join(root, folder))) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

/** Builds the web client unless what was built from the same inputs stands there already. */
export function ensureWebBuilt() {
  const wanted = webInputs();
  if (readOrEmpty(webStamp) === wanted && existsSync(join(root, 'packages/web/dist/index.html'))) return;
  console.log('Building the web client.');
  rmSync(webStamp, { force: true });
  const code = runNpm(['run', '--silent', 'build:web', '--', '--logLevel', 'warn']);
  if (code !== 0) giveUp(`The web client could not be built (exit code ${code}).`);
  mkdirSync(dirname(webStamp), { recursive: true });
  writeFileSync(webStamp, wanted);
}
