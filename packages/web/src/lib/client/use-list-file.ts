import { SUMMING_ROLES, type Role } from '@xiaoer/domain/access/role';
import { useLanguage } from '../messages/language.tsx';
import { useProblemWords } from '../messages/problem-words.ts';
import { rolesOf, useMe } from '../session/use-me.ts';
import type { AnyRoute, CallInput } from './call.ts';
import { download } from './download.ts';

const SUMMING: readonly Role[] = SUMMING_ROLES;

type Asked<R> = CallInput<R> extends { readonly query: infer Query } ? Query : never;

/**
 * Takes a list away as a file, asked for as its page asks, in the reader's language; answers why it was refused.
 * Nothing for whoever may not take lists away.
 */
export function useListFile<const R extends AnyRoute>(
  route: R,
  query: Omit<Asked<R>, 'language'> & { readonly count?: string },
): (() => Promise<string | undefined>) | undefined {
  const words = useProblemWords();
  const language = useLanguage();
  const take = download as (route: AnyRoute, input: object) => ReturnType<typeof download>;
  const mayTake = rolesOf(useMe()).some((role) => SUMMING.includes(role));
  if (!mayTake) return undefined;
  return async () => {
    const { count: _, ...asked } = query as { readonly count?: string };
    const answer = await take(route, { query: { ...asked, language } });
    return answer.ok ? undefined : words.ofProblem(answer.problem).title;
  };
}
