import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './source-files.ts';

export const WORKSPACES = ['domain', 'contract', 'server', 'web'] as const;
export type Workspace = (typeof WORKSPACES)[number];

const treeLines = (): readonly string[] => {
  const text = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const tree = text.slice(text.indexOf('\n    packages/'), text.indexOf('\n## '));
  return tree.split('\n').filter((line) => line.startsWith('    '));
};

/** Names that lead a line of the tree; what follows two or more blanks explains them. */
const roomsOfLine = (line: string): readonly string[] => {
  const [, lead = ''] = /^ +((?:[a-z-]+\/(?:\S*)?(?: |$))+)/.exec(line) ?? [];
  return [...lead.matchAll(/(?:^| )([a-z-]+)\//g)].map((match) => match[1] ?? '');
};

/** The rooms that ARCHITECTURE.md names below each workspace's `src`. */
export const namedRooms = (): Readonly<Record<Workspace, readonly string[]>> => {
  const named: Record<Workspace, string[]> = { domain: [], contract: [], server: [], web: [] };
  let workspace: Workspace | undefined;
  for (const line of treeLines()) {
    const indent = line.search(/\S/);
    if (indent === 4) workspace = undefined;
    if (indent === 6) workspace = WORKSPACES.find((each) => line.trim().startsWith(`${each}/src/`));
    if (indent === 8 && workspace !== undefined) named[workspace].push(...roomsOfLine(line));
  }
  return named;
};

/** The folders there are below a workspace's `src`. */
export const foldersOf = (workspace: Workspace): readonly string[] =>
  globSync('*', { cwd: path.join(ROOT, 'packages', workspace, 'src'), withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** The folders at the root that the tree names. */
export const namedAtRoot = (): readonly string[] =>
  treeLines()
    .filter((line) => line.search(/\S/) === 4)
    .flatMap(roomsOfLine);
