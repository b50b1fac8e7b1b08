import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../app.ts';
import { openSession, SESSION_COOKIE } from '../auth/session.ts';

export type Answered<Body = unknown> = {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, unknown>>;
};

export type Sent = {
  /** The version for If-Match. */
  readonly version?: number;
  readonly key?: string;
};

/** Somebody who calls the API, with or without a session. */
export type Caller = {
  readonly cookie: string | undefined;
  readonly get: <Body = Record<string, never>>(url: string) => Promise<Answered<Body>>;
  readonly post: <Body = { id: string; version: number; code: string }>(
    url: string,
    body?: unknown,
    sent?: Sent,
  ) => Promise<Answered<Body>>;
  /** Sends bytes as they are. */
  readonly upload: <Body = { fileId: string; name: string; type: string; bytes: number }>(
    url: string,
    bytes: Buffer,
  ) => Promise<Answered<Body>>;
  /** The bytes of an answer. */
  readonly download: (url: string) => Promise<Answered<Buffer>>;
};

const headersOf = (cookie: string | undefined, { version, key }: Sent = {}) => ({
  ...(cookie !== undefined && { cookie: `${SESSION_COOKIE}=${cookie}` }),
  ...(version !== undefined && { 'if-match': `"${version}"` }),
  ...(key !== undefined && { 'idempotency-key': key }),
});

const answered = <Body>(response: {
  statusCode: number;
  payload: string;
  headers: Readonly<Record<string, unknown>>;
}): Answered<Body> => ({
  status: response.statusCode,
  body: (response.payload.startsWith('{') ? JSON.parse(response.payload) : response.payload) as Body,
  headers: response.headers,
});

type Whose = {
  readonly deps: AppDeps;
  readonly tenantId: TenantId;
  readonly personId: PersonId | undefined;
};

/** Opens a session for the person and answers with how to call the API in it. */
export const signedInAs = async (
  app: FastifyInstance,
  { deps, tenantId, personId }: Whose,
): Promise<Caller> => {
  const session = { tenantId, address: '127.0.0.1', userAgent: 'test', now: deps.now() };
  const cookie =
    personId === undefined ? undefined : await openSession(deps.pool, { ...session, personId }, deps.newId());
  return {
    cookie,
    get: async (url) => answered(await app.inject({ method: 'GET', url, headers: headersOf(cookie) })),
    post: async (url, body, sent) =>
      answered(
        await app.inject({
          method: 'POST',
          url,
          headers: headersOf(cookie, sent),
          ...(body !== undefined && { payload: body as object }),
        }),
      ),
    upload: async (url, bytes) =>
      answered(
        await app.inject({
          method: 'POST',
          url,
          headers: { ...headersOf(cookie), 'content-type': 'application/octet-stream' },
          payload: bytes,
        }),
      ),
    download: async (url) => {
      const response = await app.inject({ method: 'GET', url, headers: headersOf(cookie) });
      return { status: response.statusCode, body: response.rawPayload, headers: response.headers };
    },
  };
};
