import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useProblemWords } from '../messages/problem-words.ts';
import type { AnswerBody, AnyRoute, CallInput } from './call.ts';
import { call } from './call.ts';
import type { Answer } from './call.ts';
import { ProblemError } from './problem-error.ts';
import { queryKeyOf } from './query.ts';

type Page<Row> = {
  readonly items?: readonly Row[];
  readonly entries?: readonly Row[];
  readonly next: string | null;
  readonly total?: number | { readonly count: number; readonly more: boolean } | null;
};
type RowOf<R> =
  AnswerBody<R> extends
    | { readonly items: readonly (infer Row)[] }
    | { readonly entries: readonly (infer Row)[] }
    ? Row
    : never;
type Asked<R> = CallInput<R> extends { readonly query: infer Query } ? Query : never;

export type PagedRows<Row, First = unknown> = {
  readonly rows: readonly Row[];
  /** All rows there are, where the server was asked to count them. */
  readonly total?: number;
  /** There are more than `total`: the server counts no further. */
  readonly isMore?: boolean;
  /** What the first page says beside its rows. */
  readonly first?: First;
  readonly isLoading: boolean;
  readonly onMore?: () => void;
  readonly refused?: { readonly title: string; readonly reference?: string };
};

/** The rows of a list that comes in pages: `usePages(enterprises, { q })`; `onMore` is there while there are more. */
export function usePages<const R extends AnyRoute>(
  route: R,
  query: Omit<Asked<R>, 'cursor'>,
  params?: Readonly<Record<string, string>>,
): PagedRows<RowOf<R>, AnswerBody<R>> {
  const words = useProblemWords();
  const ask = call as (route: AnyRoute, input: unknown) => Promise<Answer<Page<RowOf<R>>>>;
  const list = useInfiniteQuery({
    queryKey: [...queryKeyOf(route, { query, params }), 'pages'],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const answer = await ask(route, {
        params,
        query: { ...query, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      });
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.body;
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  if (list.error !== null && !(list.error instanceof ProblemError)) throw list.error;
  const problem = list.error instanceof ProblemError ? words.ofProblem(list.error.problem) : undefined;
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items ?? page.entries ?? []) ?? [], [pages]);
  const first = pages?.[0];
  const counted = first?.total ?? undefined;
  const { count: total, more } = typeof counted === 'object' ? counted : { count: counted, more: false };
  return {
    rows,
    isLoading: list.isPending || list.isFetchingNextPage || list.isPlaceholderData,
    ...(first === undefined ? {} : { first: first as AnswerBody<R> }),
    ...(total === undefined ? {} : { total, isMore: more }),
    ...(list.hasNextPage ? { onMore: () => void list.fetchNextPage() } : {}),
    ...(problem === undefined ? {} : { refused: problem }),
  };
}
