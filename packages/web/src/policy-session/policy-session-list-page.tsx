import { SORT_ORDERS } from '@xiaoer/contract/command-route';
import { policySessions, policySessionsFile, POLICY_SESSION_SORTS } from '@xiaoer/contract/policy-session';
import type { ReactElement } from 'react';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { useUnitName, useUnits } from '../lib/directory/places.ts';
import { count } from '../lib/format/amount.ts';
import { relativeDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { policySessionTexts } from '../lib/messages/policy-session-texts.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useListStanding } from '../lib/url/use-list-standing.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { useActs } from '../ui/form/act.tsx';
import { DayFilter, FilterSelect } from '../ui/form/bar-inputs.tsx';
import { Light } from '../ui/light.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage } from '../ui/table/list-page.tsx';
import { HOLDERS, useHoldAct } from './policy-session-acts.ts';
import type { SessionRow } from './policy-session-acts.ts';

const FILTERS = {
  from: 'day',
  to: 'day',
  unit: 'text',
  counts: ['true', 'false'],
  sort: POLICY_SESSION_SORTS,
  order: SORT_ORDERS,
} as const;
const USUAL = { key: 'on', direction: 'down' } as const;
const address = ({ id }: SessionRow): string => `/policy-sessions/${id}`;

function useColumns(): readonly Column<SessionRow>[] {
  const t = useTexts(policySessionTexts);
  const language = useLanguage();
  const today = useToday();
  const unit = useUnitName();
  return [
    {
      key: 'topic',
      isSortable: true,
      title: t('topic'),
      isLead: true,
      cell: (row) => <Anchor href={address(row)}>{row.topic}</Anchor>,
    },
    {
      key: 'counts',
      title: t('standing'),
      width: 96,
      cell: ({ counts }) => (
        <Light quiet tone={counts ? 'done' : 'paused'} word={t(counts ? 'counts' : 'struck')} />
      ),
    },
    {
      key: 'on',
      isSortable: true,
      title: t('on'),
      width: 120,
      cell: ({ on }) => relativeDay(on, today, language),
    },
    { key: 'organiser', title: t('organiser'), width: 180, cell: (row) => unit(row.organiserUnitId) },
    { key: 'place', title: t('place'), width: 180, cell: ({ place }) => place },
    {
      key: 'attendees',
      isSortable: true,
      title: t('attendees'),
      width: 104,
      align: 'end',
      cell: (row) => count(row.attendees),
    },
    {
      key: 'enterprises',
      isSortable: true,
      title: t('enterprises'),
      width: 104,
      align: 'end',
      cell: (row) => count(row.enterprises),
    },
    {
      key: 'handbook',
      title: t('handbook'),
      width: 136,
      cell: ({ handbookGiven }) => t(handbookGiven ? 'given' : 'notGiven'),
    },
  ];
}

/** Policy sessions, newest first. */
export function PolicySessionListPage(): ReactElement {
  const t = useTexts(policySessionTexts);
  const { filters, set, standing, asked } = useListStanding(FILTERS, USUAL);
  const list = usePages(policySessions, asked);
  const take = useListFile(policySessionsFile, asked);
  const units = useUnits();
  const acts = useActs();
  const hold = useHoldAct();
  const may = rolesOf(useMe()).some((role) => HOLDERS.includes(role));
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('title')}
        actions={
          may ? (
            <Button look="main" icon="plus" onClick={() => acts.open(hold)}>
              {hold.label}
            </Button>
          ) : null
        }
      />
      <ListPage
        name="policy-sessions"
        label={t('title')}
        list={list}
        take={take}
        standing={standing}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={address}
        filters={
          <>
            <DayFilter label={t('from')} value={filters.from ?? ''} onChange={(day) => set('from', day)} />
            <DayFilter label={t('to')} value={filters.to ?? ''} onChange={(day) => set('to', day)} />
            <FilterSelect
              label={t('allUnits')}
              value={filters.unit ?? ''}
              choices={units.map(({ id, shown }) => ({ value: id, label: shown }))}
              onChange={(value) => set('unit', value)}
            />
            <FilterSelect
              label={t('all')}
              value={filters.counts ?? ''}
              choices={[
                { value: 'true', label: t('counts') },
                { value: 'false', label: t('struck') },
              ]}
              onChange={(value) => set('counts', value as typeof filters.counts)}
            />
          </>
        }
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      {acts.drawer}
    </div>
  );
}
