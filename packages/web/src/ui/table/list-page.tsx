import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../error-note.tsx';
import { SearchBox } from '../form/bar-inputs.tsx';
import { useRemembered } from '../remembered.ts';
import type { Take } from '../use-taking.ts';
import { useWords } from '../words.tsx';
import type { Column, Sort } from './column.ts';
import { count } from './count.ts';
import { DataTable } from './data-table.tsx';
import type { DataTableProps } from './data-table.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterFold } from './filter-fold.tsx';
import { ListBar } from './list-bar.tsx';
import { SavedViews } from './saved-views.tsx';
import type { ViewsOfList } from './saved-views.tsx';
import { SortSelect } from './sort-select.tsx';

/** Rows that come from the server a page at a time. */
export type Rows<Row> = {
  readonly rows: readonly Row[];
  readonly total?: number;
  readonly isMore?: boolean;
  readonly isLoading: boolean;
  readonly onMore?: () => void;
  readonly refused?: { readonly title: string; readonly reference?: string };
};

/** How the list stands in the address: its order, how many filters are set, its views. */
export type ListStanding = {
  readonly active: number;
  readonly onClear: () => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly views?: ViewsOfList;
};

/** What can be done with the chosen rows. */
export type Choosing<Row> = {
  readonly keys: ReadonlySet<string>;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly actions: (rows: readonly Row[]) => ReactNode;
};

type ListPageProps<Row> = Pick<
  DataTableProps<Row>,
  'label' | 'columns' | 'rowKey' | 'href' | 'onOpen' | 'dense'
> & {
  /** Under which columns and views are remembered. */
  readonly name: string;
  readonly list: Rows<Row>;
  /** Columns shown until somebody chooses; all without it. */
  readonly usual?: readonly string[];
  readonly standing?: ListStanding;
  readonly search?: ReactNode;
  /** On a phone behind one button. */
  readonly filters?: ReactNode;
  /** Said above the rows. */
  readonly note?: ReactNode;
  readonly choosing?: Choosing<Row> | undefined;
  /** Takes what the list shows away as a file. */
  readonly take?: Take | undefined;
  readonly empty: { readonly title: string; readonly next: string };
};

const keysOf = <Row,>(columns: readonly Column<Row>[]): readonly string[] => columns.map(({ key }) => key);

/** What a wide screen has in the heads of the columns and at the end of the bar. */
function OnPhones<Row>({
  name,
  columns,
  standing: { sort, onSort, views } = { active: 0, onClear: () => undefined },
  take,
}: Pick<ListPageProps<Row>, 'name' | 'columns' | 'standing' | 'take'>): ReactElement | null {
  if (onSort === undefined && views === undefined && take === undefined) return null;
  return (
    <div className="ui-filter-fold-phone">
      {sort === undefined || onSort === undefined ? null : (
        <SortSelect columns={columns} sort={sort} onSort={onSort} />
      )}
      <span className="ui-filter-fold-tools">
        {views === undefined ? null : <SavedViews list={name} {...views} />}
        {take === undefined ? null : <ExportButton take={take} />}
      </span>
    </div>
  );
}

/** How many there are, in sight before the foot of a long list is. */
function InAll({ total, isMore }: Pick<Rows<never>, 'total' | 'isMore'>): ReactElement | null {
  const words = useWords();
  if (total === undefined) return null;
  return (
    <span className="ui-list-bar-total">
      {(isMore === true ? words.inAllMore : words.inAll)(count(total))}
    </span>
  );
}

function Bar<Row>({
  shown,
  onShow,
  chosen,
  ...props
}: ListPageProps<Row> & {
  readonly shown: readonly string[];
  readonly onShow: (shown: readonly string[]) => void;
  readonly chosen: readonly Row[];
}): ReactElement {
  const { name, list, columns, search, filters, standing, choosing, take } = props;
  const views = standing?.views && <SavedViews list={name} {...standing.views} />;
  const selected = choosing && {
    count: chosen.length,
    onClear: () => choosing.onChoose(new Set()),
    actions: choosing.actions(chosen),
  };
  return (
    <ListBar
      columns={{ all: columns, shown, onChange: onShow }}
      {...(selected ? { selected } : {})}
      {...(take ? { take } : {})}
      tools={
        <>
          <InAll {...(list.refused === undefined ? list : {})} />
          {views}
        </>
      }
    >
      {search}
      {filters === undefined ? (
        <OnPhones {...props} />
      ) : (
        <FilterFold active={standing?.active ?? 0} {...(standing ? { onClear: standing.onClear } : {})}>
          {filters}
          <OnPhones {...props} />
        </FilterFold>
      )}
    </ListBar>
  );
}

/** A list with its filters above, its refusal in words, and what to do when it is empty. */
export function ListPage<Row>(props: ListPageProps<Row>): ReactElement {
  const { name, list, standing, choosing, note, empty, usual, columns, rowKey } = props;
  const [remembered, remember] = useRemembered(`xiaoer.columns.${name}`, usual ?? keysOf(columns));
  const shown = keysOf(columns.filter(({ key, isLead }) => isLead === true || remembered.includes(key)));
  const chosen = choosing ? list.rows.filter((row) => choosing.keys.has(rowKey(row))) : [];
  return (
    <>
      <Bar {...props} shown={shown} onShow={remember} chosen={chosen} />
      {note}
      {list.refused === undefined ? (
        <DataTable
          {...props}
          {...list}
          shown={shown}
          empty={<Empty {...empty} />}
          {...(standing?.sort ? { sort: standing.sort } : {})}
          {...(standing?.onSort ? { onSort: standing.onSort } : {})}
          {...(choosing ? { selected: choosing.keys, onSelect: choosing.onChoose } : {})}
        />
      ) : (
        <ErrorNote {...list.refused} />
      )}
    </>
  );
}

const WAIT_MS = 220;

/** The search field of a list: asks once the typing pauses. */
export function ListSearch({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}): ReactElement {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(typed.trim()), WAIT_MS);
  };
  return <SearchBox label={label} initial={value} onChange={type} />;
}
