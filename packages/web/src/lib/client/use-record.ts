import type { Problem } from '@xiaoer/contract/problem';
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

/** Nobody fills in an address: one that cannot be is one where nothing is. */
const ofAddress = (problem: Problem, isAddressed: boolean): Problem =>
  isAddressed && problem.status === 400 ? { ...problem, status: 404, code: 'request.not-found' } : problem;

/** One answer of a route for a page. */
export function useRecord<const R extends AnyRoute>(route: R, input: CallInput<R>): Asked<AnswerBody<R>> {
  const words = useProblemWords();
  const { data, error } = useQuery(reading(route, input));
  if (data !== undefined) return { state: 'there', body: data.body };
  if (error instanceof ProblemError)
    return { state: 'refused', ...words.ofProblem(ofAddress(error.problem, input.params !== undefined)) };
  if (error !== null) throw error;
  return { state: 'loading' };
}
