import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../..');

export type SourceFile = { readonly path: string; readonly text: string };

const PATTERNS = ['packages/*/src/**/*.{ts,tsx,mjs}', '{scenarios,templates,tools,bench,e2e}/**/*.{ts,mjs}'];

/** Every hand-written source file, by its path from the root. */
export const sourceFiles = (): readonly SourceFile[] =>
  globSync(PATTERNS, { cwd: ROOT, exclude: (name) => String(name) === 'node_modules' })
    .filter((name) => !name.includes('.generated.'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(ROOT, name), 'utf8') }));

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The specifiers a file imports, static and dynamic. */
export const importsOf = ({ text }: SourceFile): readonly string[] =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const TYPES_ONLY = /^\s*(?:import|export)\s+(?:type\s|\{(?:\s*type\s[^,}]+,?)+\s*\}\s*from)/;

/** The specifiers a file imports when it runs, static and dynamic: those of types alone are left out. */
export const importsAtRunTime = ({ text }: SourceFile): readonly string[] =>
  [...text.matchAll(IMPORT)]
    .filter(([statement]) => !TYPES_ONLY.test(statement))
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** Those of them that are read before the file's first line runs. */
export const staticImportsOf = ({ text }: SourceFile): readonly string[] =>
  [...text.matchAll(IMPORT)].flatMap((match) => match[1] ?? match[2] ?? []);

/** A specifier as a path from the root, or `undefined` for an npm package or a Node module. */
export const resolveImport = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('.'))
    return path.posix.join(path.posix.dirname(from), specifier).replace(/\?.*$/, '');
  const own = /^@xiaoer\/(\w+)\/(.+)$/.exec(specifier);
  return own ? `packages/${own[1]}/src/${own[2]}.ts` : undefined;
};
