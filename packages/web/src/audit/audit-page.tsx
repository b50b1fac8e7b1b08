import { auditSearch } from '@xiaoer/contract/audit';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../lib/client/call.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { sources } from '../lib/directory/sources.ts';
import { momentWords } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { auditEvents, auditKinds, auditTexts } from '../lib/messages/audit-texts.ts';
import { enterpriseTold } from '../lib/messages/enterprise-texts.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { filtersSet } from '../lib/url/list-standing.ts';
import { useFilters } from '../lib/url/use-filters.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Combobox } from '../ui/form/combobox.tsx';
import { DayFilter, FilterSelect } from '../ui/form/bar-inputs.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage } from '../ui/table/list-page.tsx';
import { usePersonWords } from '../ui/words.tsx';
import './audit-page.css';

type Entry = AnswerBody<typeof auditSearch>['entries'][number];

const KINDS = Object.keys(auditKinds['zh-CN']) as readonly (keyof (typeof auditKinds)['zh-CN'])[];

const PLACES: Readonly<Record<string, string>> = {
  demand: '/demands',
  package: '/packages',
  enterprise: '/enterprises',
  person: '/people',
  visit: '/visits',
  'policy-session': '/policy-sessions',
  project: '/projects',
};

function useColumns(): readonly Column<Entry>[] {
  const marks = useMarks();
  const named = usePersonWords();
  const t = useTexts(auditTexts);
  const language = useLanguage();
  const today = useToday();
  const kinds: Readonly<Record<string, string>> = auditKinds[language];
  const told: Readonly<Record<string, string>> = {
    ...auditEvents[language],
    ...enterpriseTold[language],
  };
  return [
    { key: 'at', title: t('at'), width: 180, cell: ({ at }) => momentWords(at, today, language) },
    {
      key: 'by',
      title: t('by'),
      width: 180,
      cell: ({ by, onBehalfOf }) =>
        by === null
          ? t('system')
          : `${named(by.name)}${onBehalfOf === null ? '' : `${marks.open}${t('onBehalf', { name: named(onBehalfOf.name) })}${marks.close}`}`,
    },
    {
      key: 'aggregate',
      title: t('aggregate'),
      width: 120,
      cell: ({ aggregate }) => kinds[aggregate] ?? aggregate,
    },
    { key: 'type', title: t('type'), isLead: true, cell: ({ type }) => told[type] ?? type },
    {
      key: 'record',
      title: t('record'),
      width: 120,
      cell: ({ aggregate, streamId }) => {
        const place = PLACES[aggregate];
        return place === undefined ? (
          <Anchor href={`/audit?stream=${streamId}`}>{streamId.slice(0, 8)}</Anchor>
        ) : (
          <Anchor href={`${place}/${streamId}`}>{t('open')}</Anchor>
        );
      },
    },
    { key: 'version', title: t('version'), width: 72, align: 'end', cell: ({ version }) => version },
  ];
}

const FILTERS = { person: 'text', stream: 'text', aggregate: KINDS, from: 'day', to: 'day' } as const;

const personSource = sources.people;

function PersonFilter(props: {
  readonly value: string;
  readonly onChange: (id: string) => void;
}): ReactElement {
  const t = useTexts(auditTexts);
  const source = personSource();
  return (
    <span className="audit-person">
      <Combobox name="person" label={t('person')} placeholder={t('person')} required {...source} {...props} />
    </span>
  );
}

/** Who did what, when. */
export function AuditPage(): ReactElement {
  const t = useTexts(auditTexts);
  const language = useLanguage();
  const [filters, set, go] = useFilters(FILTERS);
  const { stream } = filters;
  const standing = {
    active: filtersSet(filters, ['stream']),
    onClear: () => go(stream === undefined ? {} : { stream }),
  };
  const list = usePages(auditSearch, filters);
  return (
    <div className="ui-stack">
      <PageHeader
        {...(stream === undefined ? {} : { back: { href: '/audit', label: t('whole') } })}
        title={t('title')}
        lead={t(stream === undefined ? 'lead' : 'oneRecord')}
      />
      <ListPage
        name="audit"
        label={t('title')}
        dense
        list={list}
        standing={standing}
        columns={useColumns()}
        rowKey={({ streamId, version }) => `${streamId}-${version}`}
        filters={
          <>
            <PersonFilter value={filters.person ?? ''} onChange={(id) => set('person', id)} />
            <FilterSelect
              label={t('allAggregates')}
              value={filters.aggregate ?? ''}
              choices={KINDS.map((value) => ({ value, label: auditKinds[language][value] }))}
              onChange={(value) => set('aggregate', value as typeof filters.aggregate)}
            />
            <DayFilter label={t('from')} value={filters.from ?? ''} onChange={(day) => set('from', day)} />
            <DayFilter label={t('to')} value={filters.to ?? ''} onChange={(day) => set('to', day)} />
          </>
        }
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
    </div>
  );
}
