import type { Problem } from '@xiaoer/contract/problem';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import type { Answer, AnswerBody, AnyRoute, CallInput } from './call.ts';
import { ProblemError } from './problem-error.ts';

/** What a read answered, with the version to send back as If-Match. */
export type Loaded<R> = { readonly body: AnswerBody<R>; readonly version: number | undefined };

/** The key under which a route's answers are kept: `invalidateQueries({ queryKey: queryKeyOf(route) })` renews all of them. */
export const queryKeyOf = (
  route: AnyRoute,
  input?: { readonly params?: unknown; readonly query?: unknown },
) => [route.path, ...(input === undefined ? [] : [{ params: input.params, query: input.query }])] as const;

/** Nobody fills in an address: one that cannot be is one where nothing is. */
const ofAddress = (problem: Problem, params: unknown): Problem =>
  params !== undefined && problem.status === 400
    ? { ...problem, status: 404, code: 'request.not-found' }
    : problem;

/** Options for `useQuery`: `useQuery(reading(listDemands, { query }))`. */
export const reading = <const R extends AnyRoute>(route: R, input: CallInput<R>) =>
  queryOptions({
    queryKey: queryKeyOf(route, input),
    queryFn: async ({ signal }): Promise<Loaded<R>> => {
      const ask = call as (route: AnyRoute, input: unknown) => Promise<Answer<AnswerBody<R>>>;
      const answer = await ask(route, { ...input, signal });
      if (!answer.ok) throw new ProblemError(ofAddress(answer.problem, input.params));
      return { body: answer.body, version: answer.version };
    },
  });

/** Whether trying once more may help: a network or a busy server, never a refusal. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 &&
  error instanceof ProblemError &&
  (error.problem.status === 0 || error.problem.status >= 500);
