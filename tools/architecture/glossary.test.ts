import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const textOf = (pattern: string): string =>
  globSync(pattern, { cwd: ROOT })
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .join('\n');

const CODE = textOf('packages/{domain,contract,server}/src/**/*.{ts,sql}');
const CHINESE = textOf('packages/{web/src/lib/messages,contract/src/words}/zh-CN/*.ts');
const ROWS = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!zh|-)/.test(line));

const allOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Names of forms, not of things. */
const FORMS = new Set(['area.reason']);

describe('the glossary', () => {
  it('names code that is there', () => {
    const names = ROWS.flatMap((row) => allOf(row, /`([^`]+)`/g)).filter((name) => !FORMS.has(name));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w])`).test(CODE))).toEqual([]);
  });

  it('uses the Chinese words that the screens use', () => {
    const words = ROWS.flatMap((row) => allOf(row, /\*\*(\p{Script=Han}+)\*\*/gu));
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((word) => !CHINESE.includes(word))).toEqual([]);
  });

  it('gives every row all three words', () => {
    const short = ROWS.filter(
      (row) => row.split(/(?<!\\)\|/).filter((cell) => cell.trim() !== '').length < 3,
    );
    expect(short).toEqual([]);
  });
});
