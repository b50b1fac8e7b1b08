import { transcode } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Problem } from '@xiaoer/contract/problem';
import type { BodyOf, ParamsOf, QueryOf, Route } from '@xiaoer/contract/route';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { RowScope } from '../db/transact.ts';
import type { CommandKey } from '../execute/idempotency.ts';
import { positionOf } from './cursor.ts';
import type { JsonOf } from './json-text.ts';
import { badCursor, fieldProblems, problemOf, sendProblem } from './problem.ts';
import { storable } from './storable.ts';

/** Who is signed in, as the session says. */
export type SignedIn = {
  readonly actor: PersonActor;
  readonly scope: RowScope;
  /** The moment on the zone's own clock. */
  readonly now: Instant;
  /** The enterprises a contact may speak for, one at a time; nobody else has any. */
  readonly enterpriseIds: readonly EnterpriseId[];
  readonly sessionId: string;
  readonly person: { readonly name: string };
  /** The zone's set-up as it stood when the session was looked up; the actor was made of it. */
  readonly setUp: Configuration;
};

export type ServeDeps = {
  readonly now: () => Instant;
  readonly signedIn: (request: FastifyRequest) => Promise<SignedIn | undefined>;
  /** In tests every response is parsed strictly. */
  readonly checkResponses: boolean;
};

export type Call<R> = {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly now: Instant;
  readonly expectedVersion: number | undefined;
  readonly key: CommandKey | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

type ResponseOf<R> = z.input<R extends Route ? R['response'] : never>;

export type Answer<R> =
  | { readonly body: ResponseOf<R>; readonly version?: number }
  /** A body that was written already; `ascii`: by `asciiJsonOf` and what is put together of it alone. */
  | { readonly json: JsonOf<ResponseOf<R>>; readonly version?: number; readonly ascii?: boolean }
  | { readonly problem: Problem }
  | { readonly sent: true };

export type SessionCall<R> = Call<R> & SignedIn;

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const KEY = /^[\x21-\x7e]{8,128}$/;

const fastifyPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const cameFromElsewhere = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  // A page without an origin of its own (a sandboxed frame, a file) sends the word `null`.
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host);
};

const versionOf = (header: string | undefined): number | undefined => {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '');
  return match ? Number(match[1]) : undefined;
};

const BAD_KEY = problemOf('request.invalid', {
  errors: [{ pointer: '/headers/idempotency-key', code: 'field.invalid-format' }],
});

const hasUsableKey = ({ headers }: FastifyRequest): boolean => {
  const key = headers['idempotency-key'];
  return key === undefined || (typeof key === 'string' && KEY.test(key));
};

const keyOf = (request: FastifyRequest): CommandKey | undefined => {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return undefined;
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  return { key, requestHash };
};

const parsed = (route: Route, request: FastifyRequest) => {
  const parts = { params: request.params, query: request.query, body: request.body ?? undefined };
  const values: Record<string, unknown> = {};
  for (const name of ['params', 'query', 'body'] as const) {
    const schema = route[name];
    if (schema === undefined) continue;
    const result = schema.safeParse(storable(parts[name]), { reportInput: true });
    if (!result.success)
      return { problem: problemOf('request.invalid', { errors: [...fieldProblems(name, result.error)] }) };
    values[name] = result.data;
  }
  return { values };
};

/** `Buffer.from` takes 200 µs for a page of fifty that holds Chinese; this takes 50, and 15 for one in ASCII. */
const bytesOf = ({ json, ascii }: { readonly json: string; readonly ascii?: boolean }): Buffer =>
  ascii ? Buffer.from(json, 'latin1') : transcode(Buffer.from(json, 'utf16le'), 'utf16le', 'utf8');

const respond = <R extends Route>(
  { route, deps, reply }: { route: R; deps: ServeDeps; reply: FastifyReply },
  answer: Answer<R>,
): FastifyReply => {
  if ('sent' in answer) return reply;
  // What somebody may read today stays in no browser and no proxy.
  void reply.header('cache-control', 'no-store');
  if ('problem' in answer) return sendProblem(reply, answer.problem);
  if (answer.version !== undefined) void reply.header('etag', `"${answer.version}"`);
  void reply.status(route.status ?? 200);
  if (!('json' in answer)) {
    if (deps.checkResponses) route.response.parse(answer.body);
    return reply.send(answer.body);
  }
  const bytes = bytesOf(answer);
  if (deps.checkResponses) {
    invariant(bytes.toString('utf8') === answer.json, 'an answer that is sent as ASCII is ASCII');
    route.response.parse(JSON.parse(answer.json));
  }
  return reply.type('application/json; charset=utf-8').send(bytes);
};

const hasUsableCursor = (query: unknown): boolean => {
  const { cursor } = (query ?? {}) as { readonly cursor?: unknown };
  return typeof cursor !== 'string' || positionOf(cursor) !== undefined;
};

/** What is wrong with a request before anything is decided: its origin, its fields, its headers. */
const unfit = (
  route: Route,
  request: FastifyRequest,
  input: ReturnType<typeof parsed>,
): Problem | undefined => {
  if (input.problem !== undefined) return input.problem;
  if (!hasUsableCursor(input.values['query'])) return badCursor();
  if (!hasUsableKey(request)) return BAD_KEY;
  const lacksVersion = route.ifMatch && versionOf(request.headers['if-match']) === undefined;
  return lacksVersion ? problemOf('request.if-match-missing') : undefined;
};

/** Registers a route that needs no session. */
export const servePublic = <R extends Route>(
  app: FastifyInstance,
  served: { readonly deps: ServeDeps; readonly route: R },
  answer: (call: Call<R>) => Promise<Answer<R>>,
): void => register(app, served, { enter: async () => ({}), answer });

/** Registers a route for people who are signed in. Whoever is not learns nothing about what they sent. */
export const serve = <R extends Route>(
  app: FastifyInstance,
  served: { readonly deps: ServeDeps; readonly route: R },
  answer: (call: SessionCall<R>) => Promise<Answer<R>>,
): void => register(app, served, { enter: served.deps.signedIn, answer });

type Entry<R, Who> = {
  /** Who may come in, and as whom; undefined: nobody is signed in. */
  readonly enter: (request: FastifyRequest) => Promise<Who | undefined>;
  readonly answer: (call: Call<R> & Who) => Promise<Answer<R>>;
};

const register = <R extends Route, Who>(
  app: FastifyInstance,
  { deps, route }: { readonly deps: ServeDeps; readonly route: R },
  { enter, answer }: Entry<R, Who>,
): void => {
  const limit = route.perMinute !== undefined && {
    rateLimit: { max: route.perMinute, timeWindow: '1 minute' },
  };
  app.route({
    method: route.method,
    url: fastifyPath(route.path),
    config: { route, ...limit },
    handler: async (request, reply) => {
      const to = { route, deps, reply };
      if (CHANGING.has(route.method) && cameFromElsewhere(request))
        return respond(to, { problem: problemOf('request.cross-site') });
      const who = await enter(request);
      if (who === undefined) return respond(to, { problem: problemOf('access.not-signed-in') });
      const input = parsed(route, request);
      const problem = unfit(route, request, input);
      if (problem !== undefined) return respond(to, { problem });
      const expectedVersion = versionOf(request.headers['if-match']);
      const asked = { now: deps.now(), expectedVersion, key: keyOf(request), request, reply };
      return respond(to, await answer({ ...input.values, ...asked, ...who } as unknown as Call<R> & Who));
    },
  });
};
