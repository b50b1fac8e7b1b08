/** Codes of the platform itself; refusals of the domain come from its own constant arrays. */
export const PLATFORM_PROBLEMS = [
  'request.invalid',
  'request.not-found',
  'request.too-large',
  'request.unsupported-type',
  'request.if-match-missing',
  'request.stale',
  'request.key-reused',
  'request.busy',
  'request.rate-limited',
  'request.cross-site',
  'access.not-signed-in',
  'access.forbidden',
  'sign-in.wrong',
  'sign-in.locked',
  'sign-in.sample-password',
  'server.overloaded',
  'server.bug',
] as const;

export type PlatformProblem = (typeof PLATFORM_PROBLEMS)[number];
export type ProblemCode = PlatformProblem;

export type ProblemRow = { readonly status: number; readonly title: string };

export const PROBLEMS = {
  'request.invalid': { status: 400, title: 'Some fields cannot be accepted.' },
  'request.not-found': { status: 404, title: 'There is no such thing here.' },
  'request.too-large': { status: 413, title: 'What was sent is too large.' },
  'request.unsupported-type': { status: 415, title: 'This kind of content is not accepted.' },
  'request.if-match-missing': { status: 428, title: 'Say which version you changed (If-Match).' },
  'request.stale': { status: 412, title: 'Somebody changed this in the meantime.' },
  'request.key-reused': { status: 422, title: 'This Idempotency-Key was used for another request.' },
  'request.busy': { status: 409, title: 'Another change of the same thing is under way; try again.' },
  'request.rate-limited': { status: 429, title: 'Too many requests; wait a moment.' },
  'request.cross-site': { status: 403, title: 'This request came from another site.' },
  'access.not-signed-in': { status: 401, title: 'Please sign in.' },
  'access.forbidden': { status: 403, title: 'You may not do this.' },
  'sign-in.wrong': { status: 401, title: 'Account, password or code is wrong.' },
  'sign-in.locked': { status: 429, title: 'Too many wrong attempts; wait before trying again.' },
  'sign-in.sample-password': { status: 403, title: 'Sample passwords are refused in this zone.' },
  'server.overloaded': { status: 503, title: 'Too busy right now; try again shortly.' },
  'server.bug': { status: 500, title: 'Something went wrong on our side.' },
} as const satisfies Record<ProblemCode, ProblemRow>;
