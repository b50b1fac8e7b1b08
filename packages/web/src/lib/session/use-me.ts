import { me } from '@xiaoer/contract/sign-in';
import type { Role } from '@xiaoer/domain/access/role';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call, type AnswerBody } from '../client/call.ts';
import { ProblemError } from '../client/problem-error.ts';
import { queryKeyOf, type Loaded } from '../client/query.ts';
import { liveBehind } from '../format/present.ts';

export type Me = AnswerBody<typeof me>;

/** Who is signed in; loaded once before any page that needs it, and sets the zone's clock. */
export const readingMe = queryOptions({
  queryKey: queryKeyOf(me, {}),
  queryFn: async ({ signal }): Promise<Loaded<typeof me>> => {
    const answer = await call(me, { signal });
    if (!answer.ok) throw new ProblemError(answer.problem);
    liveBehind(answer.body.clockBehindMs);
    return { body: answer.body, version: answer.version };
  },
  staleTime: 60_000,
});

/** Who is signed in, on pages behind the sign-in. */
export const useMe = (): Me | undefined => useQuery(readingMe).data?.body;

/** The roles held today, own and on behalf of others. */
export const rolesOf = (person: Me | undefined): readonly Role[] => [
  ...new Set((person?.grants ?? []).map(({ role }) => role)),
];
