import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersOf, namedAtRoot, namedRooms, WORKSPACES } from './rooms.ts';
import { ROOT } from './source-files.ts';
import { TABLE_OWNERS } from './table-owners.ts';

const named = namedRooms();

describe('ARCHITECTURE.md', () => {
  it.each(WORKSPACES)('names every room of %s, and none that is not there', (workspace) => {
    const folders = foldersOf(workspace);
    // A business word names the same room in server and web.
    const words = workspace === 'server' || workspace === 'web' ? named.domain : [];
    expect(folders.filter((name) => ![...named[workspace], ...words].includes(name))).toEqual([]);
    expect(named[workspace].filter((name) => !folders.includes(name))).toEqual([]);
  });

  it('names folders that are there beside the packages', () => {
    expect(namedAtRoot()).toEqual(expect.arrayContaining(['packages', 'scenarios', 'tools', 'docs']));
    for (const name of namedAtRoot()) expect([name, existsSync(path.join(ROOT, name))]).toEqual([name, true]);
  });

  it('is read: the rooms of the tree are not none', () => {
    expect(named.domain).toEqual(expect.arrayContaining(['kernel', 'demand', 'package', 'reactions']));
    expect(named.server).toEqual(expect.arrayContaining(['cli', 'words', 'demand', 'migrations']));
    expect(named.web).toEqual(expect.arrayContaining(['app', 'ui', 'lib']));
  });
});

describe('the table of owners', () => {
  it('gives every table of the database a room that writes it', () => {
    const schema = readFileSync(path.join(ROOT, 'packages/server/src/db/schema.generated.ts'), 'utf8');
    const tables = [...schema.matchAll(/^ {2}([a-z_]+): \{$/gm)].map((match) => match[1] ?? '');
    expect(tables.length).toBeGreaterThan(20);
    expect(Object.keys(TABLE_OWNERS).sort()).toEqual(tables.sort());
  });
});
