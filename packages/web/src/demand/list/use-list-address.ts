import { useNavigate, useSearch } from '@tanstack/react-router';
import { withFilter } from '../../lib/url/filters.ts';
import { filtersSet, withoutFilters } from '../../lib/url/list-standing.ts';
import { beside, readListFilters } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';

type Search = Readonly<Record<string, unknown>>;

/** The list's filters live in the address: a link shows the same rows to whoever may see them. */
export function useListAddress(fixed: ListFilters = {}) {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters: ListFilters = { ...readListFilters(search), ...fixed };
  const change = (to: (before: Search) => ListFilters, replace: boolean): void => {
    const next = (before: Search) => ({ ...beside(before), ...to(before) });
    void navigate({ to: '.', search: next as never, replace });
  };
  const go = (next: ListFilters, replace = true): void => change(() => next, replace);
  return {
    filters,
    go,
    active: filtersSet(filters, Object.keys(fixed)),
    onClear: () =>
      go({ ...withoutFilters(filters), ...(fixed.show === undefined ? {} : { show: fixed.show }) }),
    /** Changes one filter of the address as it is by then. */
    set: <Name extends keyof ListFilters>(name: Name, value: ListFilters[Name] | undefined): void =>
      change((before) => withFilter(readListFilters(before), name, value), true),
  };
}
