import { DEMAND_SORTS, demands } from '@xiaoer/contract/demand-views';
import { useMemo, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { usePages } from '../../lib/client/use-pages.ts';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { sortWritten } from '../../lib/url/list-standing.ts';
import type { Column, Sort } from '../../ui/table/column.ts';
import { ListPage } from '../../ui/table/list-page.tsx';
import type { Choosing } from '../../ui/table/list-page.tsx';
import type { ViewsOfList } from '../../ui/table/saved-views.tsx';
import { useCategoryName } from '../directory.ts';
import type { DemandItem } from '../light-of.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { demandColumns, USUAL_COLUMNS } from './demand-columns.tsx';
import { DemandFilters, DemandSearch } from './list-filter-bar.tsx';
import { listQuery, sortOf } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';
import { useListAddress } from './use-list-address.ts';

/** Titles of the columns in the person's language. */
export function useColumns(): readonly Column<DemandItem>[] {
  const t = useTexts(demandListTexts);
  const words = useDemandWords();
  const categoryName = useCategoryName();
  const { today } = useNow();
  return useMemo(() => {
    const titles = {
      title: t('demand'),
      light: t('light'),
      due: t('due'),
      owner: t('owner'),
      status: t('status'),
      enterprise: words.label('enterprise'),
      category: words.label('category'),
      urgency: words.label('urgency'),
      raised: t('raised'),
      number: t('number'),
    };
    return demandColumns({ words, today, categoryName, titles });
  }, [t, words, today, categoryName]);
}

export type BatchProps = { readonly rows: readonly DemandItem[]; readonly onDone: () => void };

type TableProps = {
  readonly label: string;
  /** Filters the page itself sets. */
  readonly fixed?: ListFilters;
  /** The page's own columns after the title, each in place of another of its key. */
  readonly own?: readonly Column<DemandItem>[];
  /** By what the page is sorted until somebody chooses. */
  readonly sort?: ListFilters['sort'];
  /** More columns, after those of every list. */
  readonly extra?: readonly Column<DemandItem>[];
  readonly empty: { readonly title: string; readonly next: string };
  /** What can be done with the chosen rows. */
  readonly Batch?: ComponentType<BatchProps>;
  readonly views?: ViewsOfList;
  readonly href?: (item: DemandItem) => string;
  /** Under which columns and views are remembered. */
  readonly name?: string;
  /** Columns shown until somebody chooses. */
  readonly usual?: readonly string[];
};

const demandAddress = ({ id }: DemandItem): string => `/demands/${id}`;

/** What the search says of itself: how many it found, and whether there are more. */
function Found({ found }: { readonly found: { readonly count: number; readonly more: boolean } | null }) {
  const t = useTexts(demandListTexts);
  if (found === null) return null;
  return (
    <p className="ui-second" role="status">
      {t(found.more ? (found.count === 0 ? 'foundNone' : 'foundMore') : 'found', { count: found.count })}
    </p>
  );
}

const withOwn = (
  columns: readonly Column<DemandItem>[],
  own: readonly Column<DemandItem>[] = [],
): readonly Column<DemandItem>[] => {
  const others = columns.filter(({ key }) => own.every((each) => each.key !== key));
  const leads = others.filter(({ isLead }) => isLead === true);
  return [...leads, ...own, ...others.filter((column) => !leads.includes(column))];
};

const PAGE = 100;

/** Rows chosen for what can be done with many at once. */
function useChoosing(Batch: TableProps['Batch']): Choosing<DemandItem> | undefined {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return (
    Batch && {
      keys,
      onChoose: setKeys,
      actions: (rows) => <Batch rows={rows} onDone={() => setKeys(new Set())} />,
    }
  );
}

/** A list of demands with its filters in the address, pages by cursor, columns to choose. */
export function DemandTable(props: TableProps): ReactElement {
  const { label, fixed = {}, extra = [], empty, href = demandAddress, usual = USUAL_COLUMNS } = props;
  const t = useTexts(demandListTexts);
  const { filters: asked, set, go, active, onClear } = useListAddress(fixed);
  const filters = props.sort === undefined ? asked : { sort: props.sort, ...asked };
  const list = usePages(demands, { ...listQuery(filters), count: 'true', limit: PAGE });
  // A light of the page's own is no light of the settlement.
  const unasked = [...Object.keys(fixed), ...(props.own ?? []).map(({ key }) => key)];
  const sort = sortOf(filters);
  const onSort = (next: Sort): void => {
    const { sort: by, order } = sortWritten(next);
    go({ ...filters, sort: DEMAND_SORTS.find((each) => each === by) ?? 'dueAt', order });
  };
  return (
    <ListPage
      name={props.name ?? 'demands'}
      label={label}
      list={list}
      columns={[...withOwn(useColumns(), props.own), ...extra]}
      usual={[...usual, ...extra.map(({ key }) => key)]}
      rowKey={({ id }) => id}
      href={href}
      standing={{
        active,
        onClear,
        ...(sort ? { sort, onSort } : {}),
        ...(props.views ? { views: props.views } : {}),
      }}
      search={<DemandSearch filters={filters} set={set} />}
      filters={<DemandFilters filters={filters} set={set} fixed={unasked} />}
      note={<Found found={list.first?.found ?? null} />}
      choosing={useChoosing(props.Batch)}
      empty={filters.q === undefined ? empty : { title: t('nothingFound'), next: t('nothingFoundNext') }}
    />
  );
}
