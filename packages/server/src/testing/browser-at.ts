import type { FastifyInstance } from 'fastify';

export type At = {
  readonly address?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type Said = { readonly code?: string; readonly signedIn?: boolean; readonly tenants?: object[] };

/** Somebody with a browser at an address, who keeps the cookies that are set. */
export const browserAt = (app: FastifyInstance, { address = '10.0.0.1', host, headers }: At = {}) => {
  let cookie: string | undefined;
  const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: { ...(host !== undefined && { host }), ...(cookie !== undefined && { cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    const set = [answer.headers['set-cookie'] ?? []].flat();
    if (set[0] !== undefined) cookie = set[0].split(';')[0];
    const isJson = String(answer.headers['content-type']).includes('json');
    const body = (isJson ? answer.json() : {}) as Said & Record<string, unknown>;
    return { status: answer.statusCode, code: body.code, body, headers: answer.headers, setCookie: set[0] };
  };
  return {
    get: (url: string) => send('GET', url),
    post: (url: string, payload: object = {}) => send('POST', url, payload),
    put: (url: string, payload: object) => send('PUT', url, payload),
    remove: (url: string) => send('DELETE', url),
    withPassword: (account: string, password: string, tenant?: string) =>
      send('POST', '/api/sign-in/password', { account, password, ...(tenant !== undefined && { tenant }) }),
    askCode: (phone: string) => send('POST', '/api/sign-in/phone-code', { phone }),
    withCode: (phone: string, code: string, tenant?: string) =>
      send('POST', '/api/sign-in/phone', { phone, code, ...(tenant !== undefined && { tenant }) }),
  };
};
