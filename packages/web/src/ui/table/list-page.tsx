import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../error-note.tsx';
import { SearchBox } from '../form/bar-inputs.tsx';
import { DataTable } from './data-table.tsx';
import type { DataTableProps } from './data-table.tsx';
import { ListBar } from './list-bar.tsx';

/** Rows that come from the server a page at a time. */
export type Rows<Row> = {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly onMore?: () => void;
  readonly refused?: { readonly title: string; readonly reference?: string };
};

const stored = (key: string): readonly string[] | undefined => {
  try {
    return localStorage.getItem(key)?.split(',');
  } catch {
    return undefined;
  }
};

/** Which columns this browser shows in a list; all until somebody chose. */
function useColumns(list: string, all: readonly string[]) {
  const key = `xiaoer.columns.${list}`;
  const [shown, setShown] = useState(() => stored(key) ?? all);
  const choose = (next: readonly string[]): void => {
    setShown(next);
    try {
      localStorage.setItem(key, next.join(','));
    } catch {
      // Not remembered.
    }
  };
  return { shown, choose };
}

/** A list with its filters above, its refusal in words, and what to do when it is empty. */
export function ListPage<Row>({
  name,
  list,
  filters,
  empty,
  ...table
}: Omit<DataTableProps<Row>, 'rows' | 'isLoading' | 'onMore' | 'empty' | 'shown'> & {
  /** Under which the columns are remembered. */
  readonly name: string;
  readonly list: Rows<Row>;
  readonly filters?: ReactNode;
  readonly empty: { readonly title: string; readonly next: string };
}): ReactElement {
  const columns = useColumns(
    name,
    table.columns.map(({ key }) => key),
  );
  return (
    <>
      <ListBar columns={{ all: table.columns, shown: columns.shown, onChange: columns.choose }}>
        {filters}
      </ListBar>
      {list.refused === undefined ? (
        <DataTable
          {...table}
          shown={columns.shown}
          rows={list.rows}
          isLoading={list.isLoading}
          {...(list.onMore ? { onMore: list.onMore } : {})}
          empty={<Empty {...empty} />}
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
