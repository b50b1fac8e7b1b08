import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import config from '../../vitest.config.ts';
import { ROOT, sourceFiles } from '../architecture/source-files.ts';
import { TABLE_OWNERS } from '../architecture/table-owners.ts';
import { ON_THE_OLDEST, SHOWN_ELSEWHERE, STORES } from './oldest-server.ts';

const SERVER = 'packages/server/src/';

/** Rooms of the server that some table belongs to. */
const owners = (): readonly string[] => {
  const patterns = Object.values(TABLE_OWNERS).flat();
  const owning = sourceFiles().filter(({ path }) => patterns.some((pattern) => pattern.test(path)));
  return [...new Set(owning.map(({ path }) => path.slice(SERVER.length).split('/')[0] ?? ''))].toSorted();
};

const testsOf = (room: string): readonly string[] =>
  globSync('*.int.test.ts', { cwd: path.join(ROOT, SERVER, room) });

it('runs every room that keeps rows on the oldest server, or says what shows its SQL there', () => {
  expect(owners().length).toBeGreaterThan(15);
  expect(owners().filter((room) => !STORES.includes(room) && !(room in SHOWN_ELSEWHERE))).toEqual([]);
  expect(Object.keys(SHOWN_ELSEWHERE).filter((room) => !owners().includes(room))).toEqual([]);
});

it('runs the tests below a room too', () => {
  const below = STORES.flatMap((room) =>
    globSync('*/', { cwd: path.join(ROOT, SERVER, room) }).map(
      (name) => `${room}/${name.replace(/\/$/, '')}`,
    ),
  );
  expect(below.filter((room) => testsOf(room).length > 0 && !STORES.includes(room))).toEqual([]);
});

it.each(STORES)('finds tests in %s', (room) => {
  expect(existsSync(path.join(ROOT, SERVER, room))).toBe(true);
  expect(testsOf(room).length).toBeGreaterThan(0);
});

it('is what vitest runs on PostgreSQL 15', () => {
  const projects = config.test?.projects ?? [];
  const oldest = projects
    .map((project) => (typeof project === 'object' && 'test' in project ? project.test : undefined))
    .find((test) => test?.provide?.postgres === '15');
  expect(oldest?.include).toEqual(ON_THE_OLDEST);
  expect(ON_THE_OLDEST.slice(0, STORES.length)).toEqual(
    STORES.map((room) => `${SERVER}${room}/*.int.test.ts`),
  );
  for (const tests of ON_THE_OLDEST) expect([tests, globSync(tests, { cwd: ROOT })]).not.toEqual([tests, []]);
});
