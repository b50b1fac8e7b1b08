import { QueryClient } from '@tanstack/react-query';
import { worthRetrying } from './query.ts';

/** One place decides how long answers are fresh. Pages that read data stand in the shell; the sign-in page does not load this. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000, refetchOnWindowFocus: true } },
});
