import type { Problem } from '@xiaoer/contract/problem';
import type { Route } from '@xiaoer/contract/route';
import type { z } from 'zod';
import { writeSearch } from '../url/filters.ts';
import { clientProblem, problemOf } from './problem-of.ts';

/** Any route value, whatever its schemas. */
export type AnyRoute = Route;

type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? { readonly [Key in Name]?: undefined }
    : { readonly [Key in Name]: z.input<Schema> };

/** What a call of this route needs: exactly the parts its schemas declare. */
export type CallInput<R> =
  R extends Route<infer Params, infer Query, infer Body, z.ZodType>
    ? Part<'params', Params> &
        Part<'query', Query> &
        Part<'body', Body> & {
          /** The version that was shown when the person decided; required by routes that change something. */
          readonly ifMatch?: number;
          /** One key per intention: a repeated press or a resend does it once. */
          readonly idempotencyKey?: string;
          readonly signal?: AbortSignal;
          readonly timeoutMs?: number;
        }
    : never;

export type AnswerBody<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, infer Response> ? z.output<Response> : never;

/** A refusal is a value, as on the server. Only bugs are thrown. */
export type Answer<Body> =
  | { readonly ok: true; readonly body: Body; readonly version?: number }
  | { readonly ok: false; readonly problem: Problem };

type Parts = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 20_000;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The address of a call: parameters in their places, the query sorted. */
export function addressOf(path: string, parts: Pick<Parts, 'params' | 'query'>): string {
  const params = record(parts.params);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  return filled + writeSearch(record(parts.query));
}

/** A key that no other call has; also where `randomUUID` is missing because the page is not served over https. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The headers of a call. Another site's form cannot send `X-Requested-With` nor JSON: a second fence beside the cookie. */
export function headersOf(method: string, parts: Parts): Record<string, string> {
  const changes = method !== 'GET';
  const isForm = typeof FormData !== 'undefined' && parts.body instanceof FormData;
  return {
    accept: 'application/json, application/problem+json',
    ...(changes
      ? { 'x-requested-with': 'xiaoer', 'idempotency-key': parts.idempotencyKey ?? newIdempotencyKey() }
      : {}),
    ...(parts.body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    ...(parts.ifMatch === undefined ? {} : { 'if-match': `"${parts.ifMatch}"` }),
  };
}

const versionOf = (etag: string | null): number | undefined => {
  const digits = /^(?:W\/)?"(\d+)"$/.exec(etag ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** In development and in tests an answer that breaks the contract is a bug and shows at once. */
function checked(route: AnyRoute, body: unknown): unknown {
  return import.meta.env.PROD ? body : route.response.parse(body);
}

async function answerOf(route: AnyRoute, response: Response): Promise<Answer<unknown>> {
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  const body: unknown = response.status === 204 ? undefined : await response.json();
  const version = versionOf(response.headers.get('etag'));
  return { ok: true, body: checked(route, body), ...(version === undefined ? {} : { version }) };
}

const sent = (body: unknown): BodyInit | undefined => {
  if (body === undefined) return undefined;
  return typeof FormData !== 'undefined' && body instanceof FormData ? body : JSON.stringify(body);
};

/** Aborts when the person leaves or the time is up, and says which it was. */
function limit(parts: Parts): {
  readonly signal: AbortSignal;
  readonly isLate: () => boolean;
  readonly done: () => void;
} {
  const controller = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, parts.timeoutMs ?? TIMEOUT_MS);
  const leave = (): void => controller.abort();
  if (parts.signal?.aborted === true) leave();
  parts.signal?.addEventListener('abort', leave);
  const done = (): void => {
    clearTimeout(timer);
    parts.signal?.removeEventListener('abort', leave);
  };
  return { signal: controller.signal, isLate: () => late, done };
}

async function send(route: AnyRoute, parts: Parts): Promise<Answer<unknown>> {
  const limited = limit(parts);
  try {
    const response = await fetch(addressOf(route.path, parts), {
      method: route.method,
      headers: headersOf(route.method, parts),
      body: sent(parts.body) ?? null,
      credentials: 'same-origin',
      signal: limited.signal,
    });
    return await answerOf(route, response);
  } catch (error) {
    // A page that was left aborts its own calls: the caller's business, not the person's.
    if (parts.signal?.aborted === true) throw error;
    if (error instanceof TypeError) return { ok: false, problem: clientProblem('client.offline') };
    if (limited.isLate()) return { ok: false, problem: clientProblem('client.timeout') };
    if (error instanceof SyntaxError) return { ok: false, problem: clientProblem('client.unreadable') };
    throw error;
  } finally {
    limited.done();
  }
}

/** Calls a route of the contract: `const answer = await call(raiseDemand, { body })`. */
export const call = <const R extends AnyRoute>(
  route: R,
  ...[input]: Record<string, never> extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>]
): Promise<Answer<AnswerBody<R>>> => send(route, (input ?? {}) as Parts) as Promise<Answer<AnswerBody<R>>>;
