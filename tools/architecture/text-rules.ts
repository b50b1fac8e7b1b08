import type { SourceFile } from './source-files.ts';
import { TABLE_OWNERS, writtenTables } from './table-owners.ts';
import type { Violation } from './violations.ts';

const LONGEST = 400;

const isTest = (file: string): boolean => /\.(test|e2e)\.ts$/.test(file);
const isServer = (file: string): boolean => file.startsWith('packages/server/src/') && !isTest(file);
const isTesting = (file: string): boolean => file.startsWith('packages/server/src/testing/');

type Rule = { readonly what: string; readonly broken: (file: SourceFile) => boolean };

const RULES: readonly Rule[] = [
  {
    what: 'asks for every column; name those you read',
    // A query in brackets has named its columns.
    broken: ({ path, text }) => isServer(path) && /\bselect\s+(?:\w+\.)?\*(?!\s+from\s*\()/i.test(text),
  },
  {
    what: `has more than ${LONGEST} lines`,
    broken: ({ path, text }) => !isTest(path) && text.split('\n').length > LONGEST + 1,
  },
  {
    what: 'switches a check off',
    broken: ({ path, text }) =>
      /\b(?:ox|es)lint-disable|@ts-(?:ignore|nocheck)/.test(text) ||
      (!isTest(path) && text.includes('@ts-expect-error')),
  },
  {
    what: 'writes Chinese with marks that are half as wide',
    broken: ({ path, text }) =>
      path.startsWith('packages/') &&
      !isTest(path) &&
      /\p{Script=Han}(?:[,;:!?](?:\p{Script=Han}|\$\{)|\(\$\{)/u.test(text),
  },
  {
    what: 'puts a list together with a Chinese mark in every language; take the marks of the language',
    broken: ({ path, text }) =>
      path.startsWith('packages/web/src/') && !isTest(path) && text.includes(".join('、')"),
  },
  {
    what: 'waits for something; the domain never does',
    broken: ({ path, text }) =>
      path.startsWith('packages/domain/src/') && /\basync\s|\bawait\s|\bPromise</.test(text),
  },
  {
    what: 'opens a pool of its own; only db/connect.ts may',
    broken: ({ path, text }) =>
      isServer(path) && path !== 'packages/server/src/db/connect.ts' && /new (?:pg\.)?Pool\(/.test(text),
  },
];

const ownershipViolations = ({ path, text }: SourceFile): readonly Violation[] =>
  !isServer(path) || isTesting(path)
    ? []
    : writtenTables(text)
        .filter((table) => !TABLE_OWNERS[table]?.some((owner) => owner.test(path)))
        .map((table) => ({ file: path, what: `writes ${table}, which another room owns` }));

/** Rules that the text of one file shows, beside its imports. */
export const textViolations = (file: SourceFile): readonly Violation[] => [
  // The tools' own texts name what they look for.
  ...(file.path.startsWith('tools/architecture/')
    ? []
    : RULES.filter(({ broken }) => broken(file)).map(({ what }) => ({ file: file.path, what }))),
  ...ownershipViolations(file),
];
