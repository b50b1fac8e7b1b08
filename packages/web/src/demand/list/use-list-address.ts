import { useNavigate, useSearch } from '@tanstack/react-router';
import { withFilter } from '../../lib/url/filters.ts';
import { readListFilters } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';

/** The list's filters live in the address: a link shows the same rows to whoever may see them. */
export function useListAddress(fixed: ListFilters = {}) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters: ListFilters = { ...readListFilters(search), ...fixed };
  const go = (next: ListFilters, replace = true): void => {
    void navigate({ to: '.', search: next as never, replace });
  };
  return {
    filters,
    go,
    /** Changes one filter of the address as it is by then. */
    set: <Name extends keyof ListFilters>(name: Name, value: ListFilters[Name] | undefined): void => {
      const next = (before: Readonly<Record<string, unknown>>) =>
        withFilter(readListFilters(before), name, value);
      void navigate({ to: '.', search: next as never, replace: true });
    },
  };
}
