import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
).scripts;

const allOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(path.join(ROOT, page), 'utf8');
  const beside = (target: string): string => path.join(ROOT, path.dirname(page), target);

  it('links to pages that are there', () => {
    const links = allOf(text, /\]\((?!https?:)([^)#]+)\)/g);
    expect(links.filter((target) => !existsSync(beside(target)))).toEqual([]);
  });

  it('names files that are there', () => {
    const files = allOf(text, /`((?:packages|tools|scenarios|templates|docs|e2e)\/[^`*{} ]*)`/g);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('names scripts that are there', () => {
    const scripts = allOf(text, /npm run (?:-s )?([a-z:]+)/g);
    expect(scripts.filter((script) => SCRIPTS[script] === undefined)).toEqual([]);
  });
});

describe('README.md', () => {
  it('explains every setting that the program reads, and no other', () => {
    const read = globSync('packages/server/src/cli/*settings.ts', { cwd: ROOT })
      .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
      .flatMap((text) => allOf(text, /'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)'/g));
    const rows = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const explained = rows.flatMap((row) => allOf(row.split(' | ')[0] ?? '', /`([A-Z][A-Z0-9_]*)`/g));
    expect(explained.sort()).toEqual([...new Set(read)].sort());
  });
});
