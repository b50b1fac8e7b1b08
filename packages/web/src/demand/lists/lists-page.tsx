import { exportLists, threeLists } from '@xiaoer/contract/lists';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { usePages } from '../../lib/client/use-pages.ts';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { writeSearch } from '../../lib/url/filters.ts';
import { Button } from '../../ui/button.tsx';
import { useUnitWord } from '../../lib/directory/places.ts';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { ListPage } from '../../ui/table/list-page.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { useCategoryName } from '../directory.ts';
import { DemandFilters, DemandSearch } from '../list/list-filter-bar.tsx';
import { listQuery } from '../list/list-filters.ts';
import { useListAddress } from '../list/use-list-address.ts';
import { useDownload } from '../use-download.ts';
import { useDemandWords } from '../words.ts';
import { listColumns } from './list-columns.tsx';
import type { ListKind } from './list-columns.tsx';

const KINDS: readonly ListKind[] = ['problems', 'tasks', 'responsibilities'];

const kindOf = (search: Readonly<Record<string, unknown>>): ListKind =>
  KINDS.find((kind) => kind === search['kind']) ?? 'problems';

function Exports({ kind, query }: { readonly kind: ListKind; readonly query: object }): ReactElement {
  const t = useTexts(demandListTexts);
  const { take } = useDownload();
  const takes = (which: ListKind | 'all', format: 'xlsx' | 'docx') => (): void =>
    void take(exportLists, { params: { kind: which }, query: { ...query, format } });
  return (
    <>
      <Button icon="file" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Menu
        label={t('export')}
        icon="download"
        items={[
          { key: 'xlsx', label: t('exportXlsx'), onPress: takes(kind, 'xlsx') },
          { key: 'docx', label: t('exportDocx'), onPress: takes(kind, 'docx') },
          { key: 'all', label: t('exportAll'), onPress: takes('all', 'docx') },
        ]}
      >
        {t('export')}
      </Menu>
    </>
  );
}

/** Problems, tasks and responsibilities: three views of the same records. */
export function ListsPage(): ReactElement {
  const t = useTexts(demandListTexts);
  const words = useDemandWords();
  const categoryName = useCategoryName();
  const unitWord = useUnitWord();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const kind = kindOf(search);
  const { filters, set, active, onClear } = useListAddress();
  const query = listQuery(filters);
  const list = usePages(threeLists, query, { kind });
  const columns = listColumns(kind, { t, words, categoryName, unitWord });
  return (
    <div className="ui-stack">
      <PageHeader title={t('lists')} lead={t('listsLead')} actions={<Exports kind={kind} query={query} />} />
      <LinkTabs
        label={t('lists')}
        current={kind}
        tabs={KINDS.map((key) => ({
          key,
          label: t(key),
          href: `/lists${writeSearch({ ...filters, kind: key })}`,
        }))}
      />
      <ListPage
        key={kind}
        name={`lists.${kind}`}
        label={t(kind)}
        list={list}
        columns={columns}
        rowKey={({ demand }) => demand.id}
        href={({ demand }) => `/demands/${demand.id}`}
        standing={{ active, onClear }}
        search={<DemandSearch filters={filters} set={set} />}
        filters={<DemandFilters filters={filters} set={set} fixed={['view']} />}
        empty={{ title: t('nothingListed'), next: t('nothingListedNext') }}
      />
    </div>
  );
}
