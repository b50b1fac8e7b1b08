import { useLanguage } from '../messages/language.tsx';
import { useProblemWords } from '../messages/problem-words.ts';
import type { AnyRoute, CallInput } from './call.ts';
import { download } from './download.ts';

type Asked<R> = CallInput<R> extends { readonly query: infer Query } ? Query : never;

/** Takes a list away as a file, asked for as its page asks, in the reader's language; answers why it was refused. */
export function useListFile<const R extends AnyRoute>(
  route: R,
  query: Omit<Asked<R>, 'language'> & { readonly count?: string },
): () => Promise<string | undefined> {
  const words = useProblemWords();
  const language = useLanguage();
  const take = download as (route: AnyRoute, input: object) => ReturnType<typeof download>;
  return async () => {
    const { count: _, ...asked } = query as { readonly count?: string };
    const answer = await take(route, { query: { ...asked, language } });
    return answer.ok ? undefined : words.ofProblem(answer.problem).title;
  };
}
