import { SORT_ORDERS } from '@xiaoer/contract/command-route';
import { projects, projectsFile, PROJECT_SORTS } from '@xiaoer/contract/project';
import { INVESTMENTS, PROJECT_STAGES } from '@xiaoer/domain/project/project';
import type { ReactElement } from 'react';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { useTerritories, useTerritoryName, useUnitName } from '../lib/directory/places.ts';
import { shortDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { projectTexts } from '../lib/messages/project-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useListStanding } from '../lib/url/use-list-standing.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { useActs } from '../ui/form/act.tsx';
import { FilterSelect } from '../ui/form/bar-inputs.tsx';
import { Light } from '../ui/light.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage, ListSearch } from '../ui/table/list-page.tsx';
import { KEEPERS, useRegisterProject } from './project-acts.ts';
import type { ProjectRow } from './project-acts.ts';

const FILTERS = {
  q: 'text',
  stage: PROJECT_STAGES,
  investment: INVESTMENTS,
  territory: 'text',
  enterprise: 'text',
  inLibrary: ['true', 'false'],
  sort: PROJECT_SORTS,
  order: SORT_ORDERS,
} as const;
const USUAL = { key: 'name', direction: 'up' } as const;
const address = ({ id }: ProjectRow): string => `/projects/${id}`;

function useColumns(): readonly Column<ProjectRow>[] {
  const t = useTexts(projectTexts);
  const { word } = useZoneWords();
  const language = useLanguage();
  const today = useToday();
  const unit = useUnitName();
  const territory = useTerritoryName();
  return [
    {
      key: 'name',
      isSortable: true,
      title: t('name'),
      isLead: true,
      width: 204,
      cell: (row) => <Anchor href={address(row)}>{row.name}</Anchor>,
    },
    {
      key: 'stage',
      isSortable: true,
      title: t('stage'),
      width: 156,
      cell: (row) => (
        <Light
          quiet
          tone={row.inLibrary ? 'fine' : 'paused'}
          word={row.inLibrary ? word(`projectStage.${row.stage}`) : t('out')}
        />
      ),
    },
    {
      key: 'since',
      isSortable: true,
      title: t('since'),
      width: 88,
      cell: ({ since }) => shortDay(since, today, language),
    },
    { key: 'unit', title: t('unit'), width: 180, cell: (row) => unit(row.unitId) },
    {
      key: 'enterprise',
      title: t('enterprise'),
      width: 116,
      cell: ({ enterprise }) =>
        enterprise === null ? null : (
          <Anchor href={`/enterprises/${enterprise.id}`}>{enterprise.name}</Anchor>
        ),
    },
    { key: 'territory', title: t('territory'), width: 156, cell: (row) => territory(row.territoryId) },
    {
      key: 'papers',
      title: t('papers'),
      width: 104,
      cell: (row) => t(row.papersComplete ? 'complete' : 'lacking'),
    },
    {
      key: 'startTarget',
      isSortable: true,
      title: t('startTarget'),
      width: 140,
      cell: ({ startTarget }) => (startTarget === null ? null : shortDay(startTarget, today, language)),
    },
  ];
}

/** Projects of the library, by pinyin. */
export function ProjectListPage(): ReactElement {
  const t = useTexts(projectTexts);
  const { choices } = useZoneWords();
  const { filters, set, standing, asked } = useListStanding(FILTERS, USUAL);
  const list = usePages(projects, asked);
  const take = useListFile(projectsFile, asked);
  const territories = useTerritories();
  const acts = useActs();
  const register = useRegisterProject();
  const may = rolesOf(useMe()).some((role) => KEEPERS.includes(role));
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('title')}
        actions={
          may ? (
            <Button look="main" icon="plus" onClick={() => acts.open(register)}>
              {register.label}
            </Button>
          ) : null
        }
      />
      <ListPage
        name="projects"
        label={t('title')}
        list={list}
        take={take}
        standing={standing}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={address}
        search={
          <ListSearch label={t('search')} value={filters.q ?? ''} onChange={(typed) => set('q', typed)} />
        }
        filters={
          <>
            <FilterSelect
              label={t('allStages')}
              value={filters.stage ?? ''}
              choices={choices('projectStage', PROJECT_STAGES)}
              onChange={(value) => set('stage', value as typeof filters.stage)}
            />
            <FilterSelect
              label={t('allInvestments')}
              value={filters.investment ?? ''}
              choices={choices('investment', INVESTMENTS)}
              onChange={(value) => set('investment', value as typeof filters.investment)}
            />
            <FilterSelect
              label={t('territory')}
              value={filters.territory ?? ''}
              choices={territories.map(({ id, shown }) => ({ value: id, label: shown }))}
              onChange={(value) => set('territory', value)}
            />
            <FilterSelect
              label={t('all')}
              value={filters.inLibrary ?? ''}
              choices={[
                { value: 'true', label: t('inLibrary') },
                { value: 'false', label: t('out') },
              ]}
              onChange={(value) => set('inLibrary', value as typeof filters.inLibrary)}
            />
          </>
        }
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      {acts.drawer}
    </div>
  );
}
