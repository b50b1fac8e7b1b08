import { useMemo, useState } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { ListBar } from '../../ui/table/list-bar.tsx';
import { useCategoryName } from '../directory.ts';
import type { DemandItem } from '../light-of.ts';
import { Problem } from '../problem.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { demandColumns, USUAL_COLUMNS } from './demand-columns.tsx';
import { ListFilterBar } from './list-filter-bar.tsx';
import { listQuery, sortOf } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';
import { useRemembered } from './remembered.ts';
import { useDemandList } from './use-demand-list.ts';
import { useListAddress } from './use-list-address.ts';

/** Titles of the columns in the person's language. */
export function useColumns(): readonly Column<DemandItem>[] {
  const t = useTexts(demandListTexts);
  const words = useDemandWords();
  const categoryName = useCategoryName();
  const { today } = useNow();
  return demandColumns({
    words,
    today,
    categoryName,
    titles: {
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
    },
  });
}

export type BatchProps = { readonly rows: readonly DemandItem[]; readonly onDone: () => void };

type TableProps = {
  readonly label: string;
  /** Filters the page itself sets. */
  readonly fixed?: ListFilters;
  /** More columns, after those of every list. */
  readonly extra?: readonly Column<DemandItem>[];
  readonly empty: ReactNode;
  /** What can be done with the chosen rows. */
  readonly Batch?: ComponentType<BatchProps>;
  readonly tools?: ReactNode;
  readonly href?: (item: DemandItem) => string;
  readonly storageKey?: string;
  /** Columns shown until somebody chooses. */
  readonly usual?: readonly string[];
};

const demandAddress = ({ id }: DemandItem): string => `/demands/${id}`;

/** What the search says of itself: how many were ranked, and whether there are more. */
function Found({
  found,
}: {
  readonly found: { readonly candidates: number; readonly more: boolean } | null;
}) {
  const t = useTexts(demandListTexts);
  if (found === null) return null;
  return (
    <p className="ui-second" role="status">
      {found.more ? t('foundMore', { count: found.candidates }) : t('found', { count: found.candidates })}
    </p>
  );
}

/** A list of demands with its filters in the address, pages by cursor, columns to choose. */
export function DemandTable(props: TableProps): ReactElement {
  const { label, fixed = {}, extra = [], empty, Batch, href = demandAddress } = props;
  const t = useTexts(demandListTexts);
  const { filters, set, go } = useListAddress(fixed);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useRemembered(
    props.storageKey ?? 'xiaoer.columns.demands',
    props.usual ?? USUAL_COLUMNS,
  );
  const columns = [...useColumns(), ...extra];
  const list = useDemandList(listQuery(filters));
  const sort = sortOf(filters);
  const clear = (): void => setSelected(new Set());
  const chosen = useMemo(() => list.rows.filter(({ id }) => selected.has(id)), [list.rows, selected]);
  if (list.error !== null && list.rows.length === 0) return <Problem error={list.error} />;
  return (
    <div className="ui-stack">
      <ListBar
        columns={{ all: columns, shown: [...shown, ...extra.map(({ key }) => key)], onChange: setShown }}
        {...(Batch === undefined
          ? {}
          : {
              selected: {
                count: chosen.length,
                onClear: clear,
                actions: <Batch rows={chosen} onDone={clear} />,
              },
            })}
      >
        <ListFilterBar
          filters={filters}
          set={set}
          clear={() =>
            go({
              ...(filters.view === undefined ? {} : { view: filters.view }),
              ...(fixed.show === undefined ? {} : { show: fixed.show }),
            })
          }
          fixed={Object.keys(fixed) as (keyof ListFilters)[]}
        />
        {props.tools}
      </ListBar>
      <Found found={list.found} />
      <DataTable
        label={label}
        columns={columns}
        shown={[...shown, 'title', ...extra.map(({ key }) => key)]}
        rows={list.rows}
        rowKey={({ id }) => id}
        href={href}
        isLoading={list.isLoading}
        {...(sort === undefined
          ? {}
          : {
              sort,
              onSort: ({ key, direction }) =>
                go({
                  ...filters,
                  sort: key === 'raisedAt' ? 'raisedAt' : 'dueAt',
                  order: direction === 'up' ? 'asc' : 'desc',
                }),
            })}
        {...(list.hasMore ? { onMore: list.more } : {})}
        {...(Batch === undefined ? {} : { selected, onSelect: setSelected })}
        empty={
          filters.q === undefined ? empty : <Empty title={t('nothingFound')} next={t('nothingFoundNext')} />
        }
      />
    </div>
  );
}
