import { me } from '@xiaoer/contract/sign-in';
import type { Role } from '@xiaoer/domain/access/role';
import { useQuery } from '@tanstack/react-query';
import type { AnswerBody } from '../client/call.ts';
import { reading } from '../client/query.ts';

export type Me = AnswerBody<typeof me>;

/** Who is signed in; loaded once before any page that needs it. */
export const readingMe = { ...reading(me, {}), staleTime: 60_000 };

/** Who is signed in, on pages behind the sign-in. */
export const useMe = (): Me | undefined => useQuery(readingMe).data?.body;

/** The roles held today, own and on behalf of others. */
export const rolesOf = (person: Me | undefined): readonly Role[] => [
  ...new Set((person?.grants ?? []).map(({ role }) => role)),
];
