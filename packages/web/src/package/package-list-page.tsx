import { SORT_ORDERS } from '@xiaoer/contract/command-route';
import { useQuery } from '@tanstack/react-query';
import { enterprise } from '@xiaoer/contract/enterprise';
import { packages, packagesFile, PACKAGE_SORTS } from '@xiaoer/contract/package';
import type { ReactElement } from 'react';
import { reading } from '../lib/client/query.ts';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { dayOf, shortDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { packageTexts } from '../lib/messages/package-texts.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useListStanding } from '../lib/url/use-list-standing.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { useActs } from '../ui/form/act.tsx';
import { FilterSelect } from '../ui/form/bar-inputs.tsx';
import { Light } from '../ui/light.tsx';
import { Owner } from '../ui/owner.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage } from '../ui/table/list-page.tsx';
import { OPENERS, useOpenPackage } from './package-acts.ts';
import type { PackageRow } from './package-acts.ts';
import { PartsBar } from './parts-bar.tsx';

const FILTERS = {
  status: ['open', 'closed'],
  enterprise: 'text',
  sort: PACKAGE_SORTS,
  order: SORT_ORDERS,
} as const;
const USUAL = { key: 'openedAt', direction: 'down' } as const;
const address = ({ id }: PackageRow): string => `/packages/${id}`;

function useColumns(): readonly Column<PackageRow>[] {
  const t = useTexts(packageTexts);
  const language = useLanguage();
  const today = useToday();
  const day = (at: PackageRow['openedAt']): string => shortDay(dayOf(at), today, language);
  return [
    {
      key: 'title',
      isSortable: true,
      title: t('name'),
      isLead: true,
      cell: (row) => <Anchor href={address(row)}>{row.title}</Anchor>,
    },
    {
      key: 'status',
      isSortable: true,
      title: t('status'),
      width: 104,
      cell: ({ status }) => (
        <Light
          quiet
          tone={status === 'open' ? 'fine' : 'done'}
          word={t(status === 'open' ? 'statusOpen' : 'statusClosed')}
        />
      ),
    },
    {
      key: 'parts',
      isSortable: true,
      title: t('progress'),
      width: 176,
      cell: (row) => <PartsBar row={row} />,
    },
    { key: 'lead', title: t('lead'), width: 160, cell: ({ lead }) => <Owner {...lead} /> },
    {
      key: 'enterprise',
      title: t('enterprise'),
      width: 192,
      cell: ({ enterprise }) => <Anchor href={`/enterprises/${enterprise.id}`}>{enterprise.name}</Anchor>,
    },
    {
      key: 'openedAt',
      isSortable: true,
      title: t('span'),
      width: 164,
      cell: ({ openedAt, closedAt }) =>
        closedAt === null
          ? t('untilNow', { from: day(openedAt) })
          : t('until', { from: day(openedAt), to: day(closedAt) }),
    },
    { key: 'number', isSortable: true, title: t('number'), width: 172, cell: ({ number }) => number },
  ];
}

/** The enterprise that the address names. */
function useEnterprise(id: string | undefined): PackageRow['enterprise'] | undefined {
  const asked = reading(enterprise, { params: { id: id ?? '' } });
  const { data } = useQuery({ ...asked, enabled: id !== undefined });
  return data && { id: data.body.id, name: data.body.name };
}

/** Packages, those opened last first. */
export function PackageListPage(): ReactElement {
  const t = useTexts(packageTexts);
  const { filters, set, standing, asked } = useListStanding(FILTERS, USUAL);
  const list = usePages(packages, asked);
  const take = useListFile(packagesFile, asked);
  const acts = useActs();
  const only = useEnterprise(filters.enterprise);
  const open = useOpenPackage(only);
  const may = rolesOf(useMe()).some((role) => OPENERS.includes(role));
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('title')}
        {...(only === undefined
          ? {}
          : { lead: <Anchor href={`/enterprises/${only.id}`}>{only.name}</Anchor> })}
        actions={
          may ? (
            <Button look="main" icon="plus" onClick={() => acts.open(open)}>
              {open.label}
            </Button>
          ) : null
        }
      />
      <ListPage
        name="packages"
        label={t('title')}
        list={list}
        take={take}
        standing={standing}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={address}
        filters={
          <>
            <FilterSelect
              label={t('anyStatus')}
              value={filters.status ?? ''}
              choices={[
                { value: 'open', label: t('statusOpen') },
                { value: 'closed', label: t('statusClosed') },
              ]}
              onChange={(value) => set('status', value as typeof filters.status)}
            />
            {filters.enterprise === undefined ? null : (
              <Button look="quiet" icon="close" onClick={() => set('enterprise', undefined)}>
                {t('ofEnterprise')}
              </Button>
            )}
          </>
        }
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      {acts.drawer}
    </div>
  );
}
