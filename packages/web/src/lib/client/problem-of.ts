import type { Problem } from '@xiaoer/contract/problem';

/** What can go wrong before the server answers, or with an answer that is none. */
export const CLIENT_PROBLEMS = [
  'client.offline',
  'client.timeout',
  'client.unreadable',
  'client.unavailable',
] as const;
export type ClientProblemCode = (typeof CLIENT_PROBLEMS)[number];

export const clientProblem = (code: ClientProblemCode, status = 0): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
});

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'status' in value &&
  typeof value.status === 'number';

/** The problem in an answer that is not a success; a proxy's page in between counts as "unavailable". */
export async function problemOf(response: Response): Promise<Problem> {
  const unavailable = clientProblem(
    response.status >= 500 ? 'client.unavailable' : 'client.unreadable',
    response.status,
  );
  if (!(response.headers.get('content-type') ?? '').includes('json')) return unavailable;
  try {
    const value: unknown = await response.json();
    return isProblem(value) ? value : unavailable;
  } catch {
    return unavailable;
  }
}
