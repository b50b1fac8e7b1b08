import { listTexts } from '../messages/list-texts.ts';
import { useTexts } from '../messages/language.tsx';
import type { FilterSpec } from './filters.ts';
import { readFilters } from './filters.ts';
import { filtersSet, sortIn, sortWritten, withoutFilters } from './list-standing.ts';
import { useFilters } from './use-filters.ts';

type Values = Readonly<Record<string, unknown>>;
type Sort = Parameters<typeof sortIn>[1];

/** The words of a list's views, and what they keep. */
export function useViews(filters: Values, onOpen: (filters: Values) => void) {
  const t = useTexts(listTexts);
  return {
    words: {
      views: t('views'),
      saveView: t('saveView'),
      viewName: t('viewName'),
      nameNeeded: t('nameNeeded'),
      save: t('save'),
      dropView: (name: string) => t('dropView', { name }),
    },
    filters,
    onOpen,
  };
}

/** A list's filters and its order in the address, and how both stand for the list to show. */
export function useListStanding<const Spec extends FilterSpec>(spec: Spec, usual: Sort) {
  const [filters, set, go] = useFilters(spec);
  const views = useViews(filters, (kept) => go(readFilters(spec, kept)));
  const standing = {
    active: filtersSet(filters),
    onClear: () => go(withoutFilters(filters)),
    sort: sortIn(filters, usual),
    onSort: (sort: Sort) => go({ ...filters, ...sortWritten(sort) }),
    views,
  };
  return { filters, set, standing, asked: { ...filters, ...sortWritten(standing.sort), count: 'true' } };
}
