import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** Null or an empty text where the row has none. */
  readonly cell: (row: Row) => ReactNode;
  /** In px, at the least; what is left is shared in proportion. 240 without it. */
  readonly width?: number;
  readonly align?: 'start' | 'end';
  readonly isSortable?: boolean;
  /** Always shown, and first on phones. */
  readonly isLead?: boolean;
};

export type Sort = { readonly key: string; readonly direction: 'up' | 'down' };

/** What a press on a column's title asks for: up, then down, then up again. */
export const nextSort = (current: Sort | undefined, key: string): Sort => ({
  key,
  direction: current?.key === key && current.direction === 'up' ? 'down' : 'up',
});

/** What stands in a cell of a row that has none; on phones the line is left out. */
export const NOTHING = '—';

export const isNothing = (cell: ReactNode): boolean =>
  cell === null || cell === undefined || cell === '' || cell === NOTHING;
