import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { PageHeader } from '../../ui/page.tsx';
import type { Column } from '../../ui/table/column.ts';
import { useUnits } from '../directory.ts';
import type { DemandItem } from '../light-of.ts';
import { DemandTable } from '../list/demand-table.tsx';
import { BatchRoute } from './batch-route.tsx';
import { useSuggestedUnit } from './use-suggested-unit.ts';

const REGISTERED = { status: 'registered', show: 'open' } as const;
const USUAL = ['title', 'light', 'dueAt', 'owner', 'enterprise', 'category'] as const;

/** English says the same in more letters: a window that all of it does not fit into leaves out what the suggestion goes by. */
const useUsual = (): readonly string[] => {
  const isTight = useLanguage() === 'en' && matchMedia('(min-width: 641px) and (max-width: 1499px)').matches;
  return isTight ? USUAL.filter((key) => key !== 'category') : USUAL;
};

function SuggestedUnit({ item }: { readonly item: DemandItem }): ReactElement {
  const t = useTexts(demandListTexts);
  const id = useSuggestedUnit()(item);
  const unit = useUnits().find(({ value }) => value === id);
  return unit === undefined ? <span className="ui-second">{t('noSuggestion')}</span> : <>{unit.label}</>;
}

const suggestedColumn = (title: string): Column<DemandItem> => ({
  key: 'suggested',
  title,
  width: 148,
  cell: (item) => <SuggestedUnit item={item} />,
});

/** Demands to be routed, with the unit that the catalogue names. */
export function RoutingPage(): ReactElement {
  const t = useTexts(demandListTexts);
  const usual = useUsual();
  const extra = useMemo(() => [suggestedColumn(t('suggested'))], [t]);
  return (
    <div className="ui-stack">
      <PageHeader title={t('routing')} lead={t('routingLead')} />
      <DemandTable
        label={t('routing')}
        fixed={REGISTERED}
        extra={extra}
        Batch={BatchRoute}
        usual={usual}
        name="routing"
        href={({ id }) => `/demands/${id}?act=RouteDemand&from=/routing`}
        empty={{ title: t('nothingToRoute'), next: t('nothingToRouteNext') }}
      />
    </div>
  );
}
