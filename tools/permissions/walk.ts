import { problem } from '@xiaoer/contract/problem';
import type { Route } from '@xiaoer/contract/route';
import type { Caller } from '@xiaoer/server/testing/signed-in-as';
import type { TestHouse } from '@xiaoer/server/testing/test-house';
import { sampleRequest } from '../contract/sample-request.ts';
import { subjectOf, type Subjects } from '../contract/subjects.ts';
import type { Somebody } from './callers.ts';

/** `+` may; `-` may ask, and the subject is not in the list; `f` is told that it may not; `h` is told that there is no such thing. */
export type Answer = '+' | '-' | 'f' | 'h';
export type Walked = { readonly answer: Answer; readonly code: string | undefined };

export type Ground = { readonly house: TestHouse; readonly subjects: Subjects; readonly bytes: Buffer };

/** A version nobody has seen: whoever may change the record is told so (412), and nothing changes. */
const UNSEEN = '"999999"';

type Request = {
  readonly route: Route;
  readonly caller: Caller;
  readonly known: Readonly<Record<string, unknown>>;
};

const send = async ({ house, bytes }: Ground, { route, caller, known }: Request) => {
  const { url, payload } = sampleRequest(route, known);
  const answer = await house.app.inject({
    method: route.method,
    url,
    payload: (route.takes === undefined ? payload : bytes) as object | undefined,
    headers: {
      cookie: `xiaoer_session=${caller.cookie}`,
      'if-match': UNSEEN,
      ...(route.takes !== undefined && { 'content-type': route.takes }),
    },
    // A live stream never ends by itself: its head is enough.
    payloadAsStream: true,
  });
  const stream = answer.stream();
  if (String(answer.headers['content-type']).startsWith('text/event-stream')) {
    stream.destroy();
    return { status: answer.statusCode, text: '' };
  }
  return { status: answer.statusCode, text: Buffer.concat(await stream.toArray()).toString() };
};

const knownTo = async ({ house, subjects }: Ground, { route, who }: { route: Route; who: Somebody }) => {
  const { units, people, territories, enterpriseId, siteId } = house;
  const second = route.path.includes('{sessionId}') ? await sessionOf(who) : undefined;
  return {
    id: subjectOf(subjects, route.path),
    unitId: units.one,
    personId: people.handlerOne,
    territoryId: territories.park,
    category: 'power',
    lead: { unitId: units.one, personId: people.headOne },
    enterpriseId,
    siteId,
    sessionId: second,
  };
};

const sessionOf = async (who: Somebody): Promise<string | undefined> => {
  const other = await who.again();
  const { body } = await other.get<{ sessions: { sessionId: string; current: boolean }[] }>('/api/sessions');
  return body.sessions.find(({ current }) => current)?.sessionId;
};

/** Sends a well-formed request of somebody's and reads from the answer what they may. */
export const walk = async (ground: Ground, route: Route, who: Somebody): Promise<Walked> => {
  const known = await knownTo(ground, { route, who });
  const caller = route.path === '/api/sign-out' ? await who.again() : who.caller;
  const { status, text } = await send(ground, { route, caller, known });
  if (status === 400 || status === 401 || status === 428 || status === 429 || status >= 500)
    throw new Error(`${route.method} ${route.path} was answered with ${status}: ${text.slice(0, 300)}`);
  const code = status < 400 ? undefined : problem.parse(JSON.parse(text)).code;
  if (status === 403) return { answer: 'f', code };
  if (status === 404) return { answer: 'h', code };
  const listed = route.method === 'GET' ? ground.subjects[route.path] : undefined;
  return { answer: listed !== undefined && !text.includes(listed) ? '-' : '+', code };
};
