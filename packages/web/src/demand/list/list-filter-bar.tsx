import { DEMAND_LIGHTS } from '@xiaoer/contract/demand-views';
import { CHANNELS, OUTCOMES, REMITS, STATUSES, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { FilterSelect } from '../../ui/form/bar-inputs.tsx';
import type { Choice } from '../../ui/form/inputs.tsx';
import { ListSearch } from '../../ui/table/list-page.tsx';
import { useCategories, useSheets, useUnits } from '../directory.ts';
import { useDemandWords } from '../words.ts';
import { LIST_SPEC } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';

type Setting = {
  readonly filters: ListFilters;
  readonly set: <Name extends keyof ListFilters>(name: Name, value: ListFilters[Name] | undefined) => void;
};

/** Search as one types, a moment after the last letter. */
export function DemandSearch({ filters, set }: Setting): ReactElement {
  const t = useTexts(demandListTexts);
  return <ListSearch label={t('search')} value={filters.q ?? ''} onChange={(typed) => set('q', typed)} />;
}

const listed = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): readonly Choice[] => values.map((value) => ({ value, label: label(value) }));

/** The filters of a list of demands. */
export function DemandFilters({
  filters,
  set,
  fixed = [],
}: Setting & {
  /** Fixed by the page: not offered. */
  readonly fixed?: readonly string[];
}): ReactElement {
  const t = useTexts(demandListTexts);
  const { word } = useDemandWords();
  const units = useUnits();
  const categories = useCategories();
  const sheets = useSheets(filters.import);
  const choices: Partial<Record<keyof ListFilters, readonly [string, readonly Choice[]]>> = {
    show: [t('showOpen'), listed(LIST_SPEC.show, (value) => t(`show.${value}`))],
    status: [t('anyStatus'), listed(STATUSES, (value) => word(`status.${value}`))],
    light: [t('anyLight'), listed(DEMAND_LIGHTS, (value) => word(`light.${value}`))],
    urgency: [t('anyUrgency'), listed(URGENCIES, (value) => word(`urgency.${value}`))],
    category: [t('anyCategory'), categories],
    unit: [t('anyUnit'), units],
    channel: [t('anyChannel'), listed(CHANNELS, (value) => word(`channel.${value}`))],
    ...(sheets.length === 0 ? {} : { import: [t('anySheet'), sheets] as const }),
    remit: [t('anyRemit'), listed(REMITS, (value) => word(`remit.${value}`))],
    ...(filters.show === 'closed' || filters.show === 'all' || filters.outcome !== undefined
      ? { outcome: [t('anyOutcome'), listed(OUTCOMES, (value) => word(`outcome.${value}`))] as const }
      : {}),
  };
  return (
    <>
      {Object.entries(choices)
        .filter(([name]) => !fixed.includes(name))
        .map(([name, [label, values]]) => (
          <FilterSelect
            key={name}
            label={label}
            value={String(filters[name as keyof ListFilters] ?? '')}
            choices={values}
            onChange={(value) => set(name as keyof ListFilters, value as never)}
          />
        ))}
    </>
  );
}
