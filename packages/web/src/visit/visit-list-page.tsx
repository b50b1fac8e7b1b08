import { SORT_ORDERS } from '@xiaoer/contract/command-route';
import { VISIT_PROGRESS, visits, visitsFile, VISIT_SORTS } from '@xiaoer/contract/visit';
import { VISIT_TARGET_KINDS } from '@xiaoer/domain/visit/visit';
import type { ReactElement } from 'react';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { useTerritories } from '../lib/directory/places.ts';
import { relativeDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { visitTexts } from '../lib/messages/visit-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useListStanding } from '../lib/url/use-list-standing.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { useActs } from '../ui/form/act.tsx';
import { DayFilter, FilterSelect } from '../ui/form/bar-inputs.tsx';
import { TickField } from '../ui/form/inputs.tsx';
import { Light } from '../ui/light.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage } from '../ui/table/list-page.tsx';
import { useNewVisits } from './visit-acts.ts';
import { PROGRESS_TONES, VISITORS } from './words.ts';
import type { VisitRow } from './words.ts';
import { usePersonWords } from '../ui/words.tsx';

const FILTERS = {
  from: 'day',
  to: 'day',
  enterprise: 'text',
  territory: 'text',
  targetKind: VISIT_TARGET_KINDS,
  progress: VISIT_PROGRESS,
  mine: 'flag',
  sort: VISIT_SORTS,
  order: SORT_ORDERS,
} as const;
const USUAL = { key: 'on', direction: 'down' } as const;

const address = ({ id }: VisitRow): string => `/visits/${id}`;

function useColumns(): readonly Column<VisitRow>[] {
  const marks = useMarks();
  const named = usePersonWords();
  const t = useTexts(visitTexts);
  const { word } = useZoneWords();
  const language = useLanguage();
  const today = useToday();
  return [
    {
      key: 'target',
      title: t('target'),
      width: 220,
      isLead: true,
      cell: (row) => <Anchor href={address(row)}>{row.targetName}</Anchor>,
    },
    {
      key: 'progress',
      isSortable: true,
      title: t('progress'),
      width: 104,
      cell: ({ progress }) => (
        <Light quiet tone={PROGRESS_TONES[progress]} word={word(`visit.${progress}`)} />
      ),
    },
    {
      key: 'on',
      isSortable: true,
      title: t('on'),
      width: 110,
      cell: ({ on }) => relativeDay(on, today, language),
    },
    {
      key: 'visitors',
      title: t('visitors'),
      width: 188,
      cell: ({ visitors }) => visitors.map(({ name }) => named(name)).join(marks.list),
    },
    {
      key: 'kind',
      isSortable: true,
      title: t('targetKind'),
      width: 100,
      cell: ({ target }) => word(`target.${target.kind}`),
    },
    {
      key: 'purposes',
      title: t('purposes'),
      width: 296,
      cell: ({ purposes }) => purposes.map((purpose) => word(`purpose.${purpose}`)).join(marks.list),
    },
    {
      key: 'findings',
      isSortable: true,
      title: t('findings'),
      width: 96,
      align: 'end',
      cell: ({ findings }) => findings,
    },
  ];
}

type Filters = ReturnType<typeof useListStanding<typeof FILTERS>>;

function VisitFilters({ filters, set }: { filters: Filters['filters']; set: Filters['set'] }): ReactElement {
  const t = useTexts(visitTexts);
  const { choices } = useZoneWords();
  const territories = useTerritories();
  return (
    <>
      <DayFilter label={t('from')} value={filters.from ?? ''} onChange={(day) => set('from', day)} />
      <DayFilter label={t('to')} value={filters.to ?? ''} onChange={(day) => set('to', day)} />
      <FilterSelect
        label={t('allProgress')}
        value={filters.progress ?? ''}
        choices={choices('visit', VISIT_PROGRESS)}
        onChange={(value) => set('progress', value as typeof filters.progress)}
      />
      <FilterSelect
        label={t('allKinds')}
        value={filters.targetKind ?? ''}
        choices={choices('target', VISIT_TARGET_KINDS)}
        onChange={(value) => set('targetKind', value as typeof filters.targetKind)}
      />
      <FilterSelect
        label={t('territory')}
        value={filters.territory ?? ''}
        choices={territories.map(({ id, shown }) => ({ value: id, label: shown }))}
        onChange={(value) => set('territory', value)}
      />
      <TickField
        name="mine"
        label={t('mine')}
        value={filters.mine === true}
        onChange={(on) => set('mine', on ? true : undefined)}
      />
    </>
  );
}

/** Visits, newest first. */
export function VisitListPage(): ReactElement {
  const t = useTexts(visitTexts);
  const me = useMe();
  const { filters, set, standing, asked } = useListStanding(FILTERS, USUAL);
  const { mine, ...query } = asked;
  const rows = { ...query, ...(mine === true && me ? { visitor: me.personId } : {}) };
  const list = usePages(visits, rows);
  const take = useListFile(visitsFile, rows);
  const acts = useActs();
  const [plan, record] = useNewVisits(query.enterprise);
  const columns = useColumns();
  const may = rolesOf(me).some((role) => VISITORS.includes(role));
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('title')}
        actions={
          may ? (
            <>
              <Button onClick={() => acts.open(record)}>{record.label}</Button>
              <Button look="main" icon="plus" onClick={() => acts.open(plan)}>
                {plan.label}
              </Button>
            </>
          ) : null
        }
      />
      <ListPage
        name="visits"
        label={t('title')}
        list={list}
        take={take}
        standing={standing}
        columns={columns}
        rowKey={({ id }) => id}
        href={address}
        filters={<VisitFilters filters={filters} set={set} />}
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      {acts.drawer}
    </div>
  );
}
