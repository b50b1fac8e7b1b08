import { DEMAND_LIGHTS } from '@xiaoer/contract/demand-views';
import { OUTCOMES, REMITS, STATUSES, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { FilterSelect, SearchBox } from '../../ui/form/bar-inputs.tsx';
import type { Choice } from '../../ui/form/inputs.tsx';
import { useCategories, useUnits } from '../directory.ts';
import { useDemandWords } from '../words.ts';
import { FilterFold } from '../../ui/table/filter-fold.tsx';
import { filtersSet, LIST_SPEC } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';

type Setting = {
  readonly filters: ListFilters;
  readonly set: <Name extends keyof ListFilters>(name: Name, value: ListFilters[Name] | undefined) => void;
  readonly clear: () => void;
  /** Fixed by the page: not offered. */
  readonly fixed?: readonly (keyof ListFilters)[];
};

const TYPING_MS = 250;

/** Search as one types, a moment after the last letter. */
function Search({ filters, set }: Setting): ReactElement {
  const t = useTexts(demandListTexts);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (typed: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set('q', typed.trim()), TYPING_MS);
  };
  return <SearchBox label={t('search')} initial={filters.q ?? ''} onChange={type} />;
}

const listed = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): readonly Choice[] => values.map((value) => ({ value, label: label(value) }));

/** Search and filters above a list of demands. */
export function ListFilterBar(props: Setting): ReactElement {
  const { filters, set, clear, fixed = [] } = props;
  const t = useTexts(demandListTexts);
  const { word } = useDemandWords();
  const units = useUnits();
  const categories = useCategories();
  const choices: Partial<Record<keyof ListFilters, readonly [string, readonly Choice[]]>> = {
    show: [t('showOpen'), listed(LIST_SPEC.show, (value) => t(`show.${value}`))],
    status: [t('anyStatus'), listed(STATUSES, (value) => word(`status.${value}`))],
    light: [t('anyLight'), listed(DEMAND_LIGHTS, (value) => word(`light.${value}`))],
    urgency: [t('anyUrgency'), listed(URGENCIES, (value) => word(`urgency.${value}`))],
    category: [t('anyCategory'), categories],
    unit: [t('anyUnit'), units],
    remit: [t('anyRemit'), listed(REMITS, (value) => word(`remit.${value}`))],
    ...(filters.show === 'closed' || filters.show === 'all' || filters.outcome !== undefined
      ? { outcome: [t('anyOutcome'), listed(OUTCOMES, (value) => word(`outcome.${value}`))] as const }
      : {}),
  };
  const active = filtersSet(filters, fixed);
  return (
    <>
      <Search {...props} />
      <FilterFold active={active}>
        {Object.entries(choices)
          .filter(([name]) => !fixed.includes(name as keyof ListFilters))
          .map(([name, [label, values]]) => (
            <FilterSelect
              key={name}
              label={label}
              value={String(filters[name as keyof ListFilters] ?? '')}
              choices={values}
              onChange={(value) => set(name as keyof ListFilters, value as never)}
            />
          ))}
        {active > 0 ? (
          <Button look="quiet" icon="close" onClick={clear}>
            {t('clearFilters')}
          </Button>
        ) : null}
      </FilterFold>
    </>
  );
}
