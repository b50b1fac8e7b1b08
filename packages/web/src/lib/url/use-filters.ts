import { useRouter, useRouterState } from '@tanstack/react-router';
import type { Filters, FilterSpec } from './filters.ts';
import { readFilters, withFilter, writeSearch } from './filters.ts';

/** The filters in the address of this page, and how to set one: a link to what is seen can be passed on. */
export function useFilters<const Spec extends FilterSpec>(
  spec: Spec,
): readonly [
  Filters<Spec>,
  <Name extends keyof Spec & string>(name: Name, value: Filters<Spec>[Name] | '' | undefined) => void,
] {
  const router = useRouter();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const read = Object.fromEntries(
    Object.keys(spec).map((name) => {
      const all = new URLSearchParams(search).getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
  const filters = readFilters(spec, read);
  const set = (name: keyof Spec & string, value: unknown): void => {
    const next = withFilter(filters as Record<string, unknown>, name, value);
    router.history.replace(router.state.location.pathname + writeSearch(next));
  };
  return [filters, set];
}
