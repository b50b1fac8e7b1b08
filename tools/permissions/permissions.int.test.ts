import type { Route } from '@xiaoer/contract/route';
import { ROUTES } from '@xiaoer/contract/routes';
import { ROLES } from '@xiaoer/domain/access/role';
import { baselineJpeg } from '@xiaoer/server/files/testing/sample-pictures';
import { testHouse } from '@xiaoer/server/testing/test-house';
import { describe, expect, it } from 'vitest';
import { routeKey } from '../contract/sample-request.ts';
import { furnishSubjects, subjectOf } from '../contract/subjects.ts';
import { callersBeyond, callersWithin, type EveryRole } from './callers.ts';
import { PUBLIC, TABLE } from './table.ts';
import { walk, type Ground } from './walk.ts';

const house = await testHouse();
const within = await callersWithin(house);
const beyond = await callersBeyond(house);
const ground: Ground = { house, subjects: await furnishSubjects(house), bytes: baselineJpeg() };

/** Problems that every route may answer with; all others are declared by the route. */
const OF_EVERY_ROUTE = new Set(['request.invalid', 'request.stale', 'access.not-signed-in']);

const answersTo = async (route: Route, callers: EveryRole): Promise<string> => {
  let answers = '';
  for (const role of ROLES) {
    const { answer, code } = await walk(ground, route, callers[role]);
    if (code !== undefined && !OF_EVERY_ROUTE.has(code)) expect(route.problems).toContain(code);
    answers += answer;
  }
  return answers;
};

const rank = ({ method, ifMatch }: Route): number => (method === 'GET' || ifMatch ? 0 : 1);
const isOpen = ({ access }: Route): boolean => access.auth === 'public';
/** First what changes nothing, then what makes new records. */
const WALKED = ROUTES.filter((route) => !isOpen(route))
  .sort((one, other) => rank(one) - rank(other))
  .map((route) => [routeKey(route), route] as const);

describe('the table of permissions over HTTP', () => {
  it('has a row for every route that needs a session, and no other', () => {
    expect(Object.keys(TABLE).sort()).toEqual(WALKED.map(([key]) => key).sort());
  });

  it('names every route that needs none', () => {
    expect([...PUBLIC].sort()).toEqual(ROUTES.filter(isOpen).map(routeKey).sort());
  });

  it('is walked with a record of every kind that a path names by its id', () => {
    const nameless = WALKED.filter(([key]) => key.includes('/{id}'));
    expect(nameless.filter(([, { path }]) => subjectOf(ground.subjects, path) === undefined)).toEqual([]);
  });

  it.each(WALKED)('holds for every role, within and beyond its reach: %s', async (key, route) => {
    expect([await answersTo(route, within), await answersTo(route, beyond)]).toEqual(TABLE[key]);
  });
});
