import type { Column } from './column.ts';

export type RowProps<Row> = {
  readonly row: Row;
  readonly id: string;
  readonly at: number;
  readonly columns: readonly Column<Row>[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly toggle: ((id: string) => void) | undefined;
  readonly open: ((row: Row) => void) | undefined;
};

/** Whether a row would look and act as it was drawn last: columns may come in another array. */
export const isSameRow = <Row>(before: RowProps<Row>, after: RowProps<Row>): boolean =>
  before.columns.length === after.columns.length &&
  before.columns.every((column, at) => column === after.columns[at]) &&
  (Object.keys(after) as (keyof RowProps<Row>)[]).every(
    (name) => name === 'columns' || before[name] === after[name],
  );
