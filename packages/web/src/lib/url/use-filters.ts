import { useRouter, useRouterState } from '@tanstack/react-router';
import type { Filters, FilterSpec } from './filters.ts';
import { readFilters, withFilter, writeSearch } from './filters.ts';

/** The filters in the address of this page, how to set one, and how to set all: a link to what is seen can be passed on. */
export function useFilters<const Spec extends FilterSpec>(
  spec: Spec,
): readonly [
  Filters<Spec>,
  <Name extends keyof Spec & string>(name: Name, value: Filters<Spec>[Name] | '' | undefined) => void,
  (all: Readonly<Record<string, unknown>>) => void,
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
  const go = (all: Readonly<Record<string, unknown>>): void =>
    router.history.replace(router.state.location.pathname + writeSearch(all));
  const set = (name: keyof Spec & string, value: unknown): void =>
    go(withFilter(filters as Record<string, unknown>, name, value));
  return [filters, set, go];
}
