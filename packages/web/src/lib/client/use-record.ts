import { useQuery } from '@tanstack/react-query';
import { useProblemWords } from '../messages/problem-words.ts';
import type { AnswerBody, AnyRoute, CallInput } from './call.ts';
import { ProblemError } from './problem-error.ts';
import { reading } from './query.ts';

/** What a page asked for: still coming, refused in words, or there. */
export type Asked<Body> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly title: string; readonly reference?: string }
  | { readonly state: 'there'; readonly body: Body };

/** One answer of a route for a page. */
export function useRecord<const R extends AnyRoute>(route: R, input: CallInput<R>): Asked<AnswerBody<R>> {
  const words = useProblemWords();
  const { data, error } = useQuery(reading(route, input));
  if (data !== undefined) return { state: 'there', body: data.body };
  if (error instanceof ProblemError) return { state: 'refused', ...words.ofProblem(error.problem) };
  if (error !== null) throw error;
  return { state: 'loading' };
}
