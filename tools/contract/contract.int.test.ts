import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problem } from '@xiaoer/contract/problem';
import { DOMAIN_REFUSALS, PROBLEMS, type ProblemCode } from '@xiaoer/contract/problems';
import type { Route } from '@xiaoer/contract/route';
import { ROUTES } from '@xiaoer/contract/routes';
import { buildApp } from '@xiaoer/server/app';
import { createClient } from '@xiaoer/server/db/connect';
import { openApiDocument } from '@xiaoer/server/openapi/openapi';
import { testHouse } from '@xiaoer/server/testing/test-house';
import { afterAll, describe, expect, it } from 'vitest';
import { schemaText } from '../generate/schema.ts';
import { routeKey, sampleRequest } from './sample-request.ts';
import { servedRoutes } from './served-routes.ts';
import { furnishSubjects, subjectOf } from './subjects.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const house = await testHouse();
const subjects = await furnishSubjects(house);

const BUG = '张三 13800138000 的诉求读不出来';
const broken = await buildApp({
  ...house.deps,
  signedIn: async () => {
    throw new Error(BUG);
  },
});
afterAll(() => broken.close());

type Headers = Readonly<Record<string, string>>;
type Change = { readonly payload?: unknown; readonly query?: string; readonly headers?: Headers };

const requestOf = (route: Route, { payload, query, headers }: Change = {}) => {
  const id = subjectOf(subjects, route.path);
  const sample = sampleRequest(route, id === undefined ? {} : { id });
  const { cookie } = house.as.desk;
  const bytes = route.takes === undefined ? undefined : { 'content-type': route.takes };
  return {
    method: route.method,
    url: query === undefined ? sample.url : `${sample.url}${sample.url.includes('?') ? '&' : '?'}${query}`,
    payload: (payload ?? sample.payload) as object | undefined,
    headers: { cookie: `xiaoer_session=${cookie}`, 'if-match': '"1"', ...bytes, ...headers },
  };
};

type Asked = { readonly app?: typeof broken; readonly change?: Change };

/** Sends the sample request, somewhat changed, and insists that the answer is a problem in the one shape. */
const problemOf = async (route: Route, { app = house.app, change }: Asked = {}) => {
  const answer = await app.inject(requestOf(route, change));
  expect([answer.statusCode, answer.headers['content-type'], answer.payload]).toEqual([
    expect.any(Number),
    expect.stringContaining('application/problem+json'),
    expect.any(String),
  ]);
  const said = problem.parse(answer.json());
  expect(said).toMatchObject({ status: answer.statusCode, title: PROBLEMS[said.code as ProblemCode].title });
  return said;
};

const named = (routes: readonly Route[]) => routes.map((route) => [routeKey(route), route] as const);
const withSession = ROUTES.filter(({ access }) => access.auth === 'session');
const changing = ROUTES.filter(({ method }) => method !== 'GET');
const withBody = ROUTES.filter(({ body }) => body !== undefined);

describe('the list of routes', () => {
  it('is what the program serves below /api, no more and no less', () => {
    const served = servedRoutes(house.app.printRoutes({ commonPrefix: false }));
    expect(served.filter((key) => key.includes(' /api/')).sort()).toEqual(ROUTES.map(routeKey).sort());
  });

  it('says of every route who may use it, by public or by a rule', () => {
    const open = ROUTES.filter(({ access }) => access.auth === 'public').map(routeKey);
    expect(open.filter((key) => !/\/api\/(sign-in|set-up|outside|openapi.json$)/.test(key))).toEqual([]);
    for (const { access, path: where } of withSession)
      expect([where, access.auth === 'session' && access.rule.length > 0]).toEqual([where, true]);
  });

  it('asks for If-Match on every command of an existing record that keeps versions', () => {
    const versioned = new Set(
      ROUTES.filter(({ ifMatch }) => ifMatch).map(({ path: where }) => where.split('/{')[0]),
    );
    const unchecked = changing.filter(
      ({ path: where, ifMatch }) =>
        !ifMatch && where.includes('/{id}/') && versioned.has(where.split('/{')[0]),
    );
    // An account and a one-time link are kept beside the record, not in its stream.
    expect(unchecked.map(routeKey).sort()).toEqual([
      'POST /api/demands/{id}/outside-link',
      'POST /api/people/{id}/account',
    ]);
  });

  it('is what openapi.json says', () => {
    const written = readFileSync(path.join(ROOT, 'openapi.json'), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(openApiDocument(ROUTES))));
  });

  it('is told to whoever asks', async () => {
    const answer = await house.app.inject({ url: '/api/openapi.json' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(answer.body).toBe(readFileSync(path.join(ROOT, 'openapi.json'), 'utf8'));
  });
});

describe('the generated types', () => {
  it('are those of the migrated database', async () => {
    const client = createClient(house.database.ownerConfig);
    await client.connect();
    try {
      const written = readFileSync(path.join(ROOT, 'packages/server/src/db/schema.generated.ts'), 'utf8');
      expect(written).toBe(await schemaText(client));
    } finally {
      await client.end();
    }
  });
});

describe('every route that needs a session', () => {
  it.each(named(withSession))('knows no stranger: %s', async (_, route) => {
    const answer = await problemOf(route, { change: { headers: { cookie: '' } } });
    expect(answer.code).toBe('access.not-signed-in');
  });

  it.each(named(withSession))('shows a bug by a number and never by its message: %s', async (_, route) => {
    const answer = await problemOf(route, { app: broken });
    expect(answer).toMatchObject({
      status: 500,
      code: 'server.bug',
      instance: expect.stringMatching(/^urn:uuid:/),
    });
    expect(JSON.stringify(answer)).not.toMatch(/张三|13800138000|Error/);
  });
});

describe('every route that changes something', () => {
  it.each(named(changing))('refuses what another site sends: %s', async (_, route) => {
    const elsewhere: readonly Headers[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
    ];
    for (const headers of elsewhere)
      expect([headers, (await problemOf(route, { change: { headers } })).code]).toEqual([
        headers,
        'request.cross-site',
      ]);
  });

  it.each(named(ROUTES.filter(({ ifMatch }) => ifMatch)))(
    'asks which version was changed: %s',
    async (_, route) => {
      for (const version of ['', '*', 'abc', '"-1"'])
        expect((await problemOf(route, { change: { headers: { 'if-match': version } } })).status).toBe(428);
    },
  );

  it('takes what its own pages send', async () => {
    const { method, path: url } = ROUTES.find((each) => each.path === '/api/notices/read') ?? ROUTES[0]!;
    const headers = { cookie: `xiaoer_session=${house.as.desk.cookie}`, 'sec-fetch-site': 'same-origin' };
    const answer = await house.app.inject({ method, url, headers, payload: { upTo: 0 } });
    expect(answer.statusCode).toBe(200);
  });
});

describe('every route that takes input', () => {
  it.each(named(withBody))('points at fields it does not know: %s', async (_, route) => {
    const payload = { ...(requestOf(route).payload as object), unexpected: 1 };
    const answer = await problemOf(route, { change: { payload } });
    expect(answer).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(answer.errors).toContainEqual({
      pointer: '/body',
      code: 'field.unrecognized-keys',
      facts: { keys: ['unexpected'] },
    });
  });

  it.each(named(withBody))('points at what is missing, or at the body itself: %s', async (_, route) => {
    for (const payload of [{}, [], '"text"']) {
      if (route.body?.safeParse(payload).success) continue;
      const headers = { 'content-type': 'application/json' };
      const answer = await problemOf(route, { change: { payload, headers } });
      expect(answer).toMatchObject({ status: 400, code: 'request.invalid' });
      for (const { pointer } of answer.errors ?? []) expect(pointer).toMatch(/^\/body(\/|$)/);
      expect(answer.errors?.length).toBeGreaterThan(0);
    }
  });

  it.each(named(ROUTES.filter(({ query }) => query !== undefined)))(
    'points at query parameters it does not know: %s',
    async (_, route) => {
      const answer = await problemOf(route, { change: { query: 'unexpected=1' } });
      expect(answer.errors).toMatchObject([{ pointer: '/query', code: 'field.unrecognized-keys' }]);
    },
  );

  // Any text may be the token of a link: one that is none is not found.
  it.each(
    named(ROUTES.filter(({ params, path: where }) => params !== undefined && !where.includes('{token}'))),
  )('points at an id that is none: %s', async (_, route) => {
    const request = requestOf(route);
    const url = route.path.replaceAll(/\{\w+\}/g, 'no-id');
    const answer = await house.app.inject({ ...request, url });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.invalid']);
    expect(answer.json().errors[0].pointer).toMatch(/^\/params\//);
  });
});

const inject = async (headers: Headers, payload: string, url = '/api/notices/read') => {
  const cookie = `xiaoer_session=${house.as.desk.cookie}`;
  const answer = await house.app.inject({ method: 'POST', url, headers: { cookie, ...headers }, payload });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  return problem.parse(answer.json());
};

describe('what reaches no route', () => {
  const json = { 'content-type': 'application/json' };

  it('is answered in the same shape', async () => {
    expect(await inject(json, '{"upTo":')).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(await inject({ 'content-type': 'text/xml' }, '<a/>')).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
    });
    expect(await inject(json, JSON.stringify('x'.repeat(1_100_000)))).toMatchObject({
      status: 413,
      code: 'request.too-large',
    });
    expect(await inject(json, '{}', '/api/no-such-thing')).toMatchObject({
      status: 404,
      code: 'request.not-found',
    });
  });
});

/** One refusal of every slice, with the command that meets it; the domain's own tests reach every code. */
const REFUSED: readonly (readonly [url: string, body: object, code: string])[] = [
  ['/api/demands/{id}/resume', { note: '' }, 'demand.clock-running'],
  ['/api/packages/{id}/change-lead', { reason: '调整' }, 'package.same-lead'],
  ['/api/organisations/{id}/reopen', {}, 'organisation.not-closed'],
  ['/api/territories/{id}/reopen', {}, 'territory.not-closed'],
  ['/api/people/{id}/reactivate', {}, 'person.already-active'],
  ['/api/categories/{id}/restore', {}, 'category.not-retired'],
  ['/api/settings/{id}/withdraw', { from: '2022-06-20', key: 'answerApproval' }, 'settings.change-unknown'],
  ['/api/duty-rosters/{id}/rename', { name: '水土值班' }, 'duty-roster.unchanged'],
  ['/api/enterprises/{id}/record-returned', {}, 'enterprise.here'],
  ['/api/visits/{id}/add-finding', { text: '停电' }, 'visit.not-made'],
  ['/api/policy-sessions/{id}/correct', { on: '2022-07-01' }, 'policy-session.in-future'],
  ['/api/projects/{id}/take-up', {}, 'project.not-dropped'],
];

const areas = (codes: readonly string[]) => [...new Set(codes.map((code) => code.split('.')[0]))].sort();

describe('a refusal of the domain', () => {
  it('has a row of its own in the table of problems, and a conflict as its status', () => {
    for (const code of DOMAIN_REFUSALS) expect([code, PROBLEMS[code].status]).toEqual([code, 409]);
    expect(new Set(DOMAIN_REFUSALS).size).toBe(DOMAIN_REFUSALS.length);
  });

  it('is met over HTTP at least once in every slice that refuses', () => {
    // `calendar.*` is the demand's, for dates beyond the calendar.
    expect(areas(REFUSED.map(([, , code]) => code))).toEqual(
      areas(DOMAIN_REFUSALS).filter((area) => area !== 'calendar'),
    );
  });

  it.each(REFUSED)('is declared by the route that answers it: %s', async (where, body, code) => {
    const route = ROUTES.find((each) => each.path === where);
    if (route === undefined) throw new Error(`${where} is no route`);
    const id = subjectOf(subjects, where) ?? '';
    const known = { lead: { unitId: house.units.one, personId: house.people.headOne } };
    const { url, payload } = sampleRequest(route, { id, ...known });
    const caller = /organ|terri|people|categ|settings/.test(where) ? house.as.admin : house.as.desk;
    const sender = /policy|projects|change-lead/.test(where) ? house.as.headOne : caller;
    const stale = await sender.post<{ version: number }>(
      url,
      { ...(payload as object), ...body },
      { version: 999 },
    );
    expect(stale.status).toBe(412);
    const answer = await sender.post(
      url,
      { ...(payload as object), ...body },
      { version: stale.body.version },
    );
    expect([answer.status, answer.body.code]).toEqual([409, code]);
    expect(route.problems).toContain(code);
  });
});
