import { demands } from '@xiaoer/contract/demand-views';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../lib/client/call.ts';
import type { CallInput } from '../../lib/client/call.ts';
import { ProblemError } from '../../lib/client/problem-error.ts';
import { queryKeyOf } from '../../lib/client/query.ts';

type Query = CallInput<typeof demands>['query'];

const PAGE = 100;

/** Pages of demands by cursor; the rows shown before stay until the new ones have come. */
export function useDemandList(query: Query) {
  const found = useInfiniteQuery({
    queryKey: [...queryKeyOf(demands, { query }), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await call(demands, { query: { ...query, limit: PAGE, cursor: pageParam }, signal });
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.body;
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = found.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    found: pages[0]?.found ?? null,
    error: found.error,
    isLoading: found.isFetching,
    hasMore: found.hasNextPage,
    more: () => void found.fetchNextPage(),
  };
}
