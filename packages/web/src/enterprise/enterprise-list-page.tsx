import { SORT_ORDERS } from '@xiaoer/contract/command-route';
import { enterprises, enterprisesFile, ENTERPRISE_SORTS } from '@xiaoer/contract/enterprise';
import { SIZE_CLASSES } from '@xiaoer/domain/enterprise/size-class';
import { ENTERPRISE_GROWTHS, ENTERPRISE_STAGES, ENTERPRISE_TAGS } from '@xiaoer/domain/enterprise/state';
import type { ReactElement } from 'react';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { useTerritories, useTerritoryName } from '../lib/directory/places.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useListStanding } from '../lib/url/use-list-standing.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { useActs } from '../ui/form/act.tsx';
import { FilterSelect } from '../ui/form/bar-inputs.tsx';
import { TickField } from '../ui/form/inputs.tsx';
import { Light } from '../ui/light.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage, ListSearch } from '../ui/table/list-page.tsx';
import { Tag } from '../ui/tag.tsx';
import { useRegisterEnterprise } from './registering.ts';
import { GROWTH_TONES, holdsOneOf, KEEPERS } from './words.ts';
import type { EnterpriseRow } from './words.ts';

const PRESENCES = ['left', 'all'] as const;
const FILTERS = {
  q: 'text',
  territory: 'text',
  tag: ENTERPRISE_TAGS,
  stage: ENTERPRISE_STAGES,
  growth: ENTERPRISE_GROWTHS,
  sizeClass: SIZE_CLASSES,
  presence: PRESENCES,
  mine: 'flag',
  sort: ENTERPRISE_SORTS,
  order: SORT_ORDERS,
} as const;
const USUAL = { key: 'name', direction: 'up' } as const;

const address = ({ id }: EnterpriseRow): string => `/enterprises/${id}`;

function useColumns(): readonly Column<EnterpriseRow>[] {
  const marks = useMarks();
  const t = useTexts(enterpriseTexts);
  const { word } = useZoneWords();
  const territory = useTerritoryName();
  return [
    {
      key: 'name',
      isSortable: true,
      title: t('name'),
      isLead: true,
      cell: (row) => (
        <>
          <Anchor href={address(row)}>{row.name}</Anchor> {row.here ? null : <Tag word={t('left')} />}
        </>
      ),
    },
    {
      key: 'growth',
      isSortable: true,
      title: t('growth'),
      width: 96,
      cell: ({ growth }) =>
        growth === null ? null : <Light quiet tone={GROWTH_TONES[growth]} word={word(`growth.${growth}`)} />,
    },
    {
      key: 'openDemands',
      isSortable: true,
      title: t('openDemands'),
      width: 108,
      align: 'end',
      cell: (row) =>
        row.openDemands === 0 ? (
          '0'
        ) : (
          <Anchor href={`/demands?enterprise=${row.id}`}>{row.openDemands}</Anchor>
        ),
    },
    {
      key: 'officer',
      title: t('officer'),
      width: 112,
      cell: ({ officer }) => officer?.name ?? <span className="ui-second">{t('noOfficer')}</span>,
    },
    { key: 'territory', title: t('territory'), width: 150, cell: (row) => territory(row.territoryId) },
    {
      key: 'stage',
      isSortable: true,
      title: t('stage'),
      width: 136,
      cell: (row) => word(`stage.${row.stage}`),
    },
    {
      key: 'sizeClass',
      isSortable: true,
      title: t('sizeClass'),
      width: 80,
      cell: ({ sizeClass }) => (sizeClass === null ? null : word(`size.${sizeClass}`)),
    },
    {
      key: 'tags',
      title: t('tags'),
      width: 260,
      cell: ({ tags }) => tags.map((tag) => word(`tag.${tag}`)).join(marks.list),
    },
  ];
}

type Filters = ReturnType<typeof useListStanding<typeof FILTERS>>;

function EnterpriseFilters({
  filters,
  set,
}: {
  filters: Filters['filters'];
  set: Filters['set'];
}): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { choices } = useZoneWords();
  const territories = useTerritories();
  return (
    <>
      <FilterSelect
        label={t('territory')}
        value={filters.territory ?? ''}
        choices={territories.map(({ id, shown, above }) => ({
          value: id,
          label: `${'\u3000'.repeat(above.length)}${shown}`,
        }))}
        onChange={(value) => set('territory', value)}
      />
      <FilterSelect
        label={t('allTags')}
        value={filters.tag ?? ''}
        choices={choices('tag', ENTERPRISE_TAGS)}
        onChange={(value) => set('tag', value as typeof filters.tag)}
      />
      <FilterSelect
        label={t('allStages')}
        value={filters.stage ?? ''}
        choices={choices('stage', ENTERPRISE_STAGES)}
        onChange={(value) => set('stage', value as typeof filters.stage)}
      />
      <FilterSelect
        label={t('allGrowths')}
        value={filters.growth ?? ''}
        choices={choices('growth', ENTERPRISE_GROWTHS)}
        onChange={(value) => set('growth', value as typeof filters.growth)}
      />
      <FilterSelect
        label={t('allSizes')}
        value={filters.sizeClass ?? ''}
        choices={choices('size', SIZE_CLASSES)}
        onChange={(value) => set('sizeClass', value as typeof filters.sizeClass)}
      />
      <FilterSelect
        label={t('here')}
        value={filters.presence ?? ''}
        choices={PRESENCES.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => set('presence', value as typeof filters.presence)}
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

/** All enterprises within reach. */
export function EnterpriseListPage(): ReactElement {
  const t = useTexts(enterpriseTexts);
  const me = useMe();
  const { filters, set, standing, asked } = useListStanding(FILTERS, USUAL);
  const { mine, ...query } = asked;
  const rows = { ...query, ...(mine === true && me ? { servedBy: me.personId } : {}) };
  const list = usePages(enterprises, rows);
  const take = useListFile(enterprisesFile, rows);
  const acts = useActs();
  const register = useRegisterEnterprise();
  const columns = useColumns();
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('title')}
        actions={
          holdsOneOf(rolesOf(me), KEEPERS) ? (
            <Button look="main" icon="plus" onClick={() => acts.open(register)}>
              {register.label}
            </Button>
          ) : null
        }
      />
      <ListPage
        name="enterprises"
        label={t('title')}
        list={list}
        take={take}
        standing={standing}
        columns={columns}
        rowKey={({ id }) => id}
        href={address}
        search={
          <ListSearch label={t('search')} value={filters.q ?? ''} onChange={(typed) => set('q', typed)} />
        }
        filters={<EnterpriseFilters filters={filters} set={set} />}
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      {acts.drawer}
    </div>
  );
}
