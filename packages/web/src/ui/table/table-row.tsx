import type { MouseEvent, ReactElement } from 'react';
import { useWords } from '../words.tsx';
import type { Column } from './column.ts';

type RowProps<Row> = {
  readonly row: Row;
  readonly at: number;
  readonly columns: readonly Column<Row>[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly toggle: (() => void) | undefined;
  readonly open: (() => void) | undefined;
};

const isOwnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null;

export function TableRow<Row>({
  row,
  at,
  columns,
  isActive,
  isSelected,
  toggle,
  open,
}: RowProps<Row>): ReactElement {
  const words = useWords();
  const press = (event: MouseEvent): void => {
    if (!isOwnControl(event)) open?.();
  };
  return (
    <tr
      aria-rowindex={at + 2}
      aria-selected={toggle === undefined ? undefined : isSelected}
      className={`${isActive ? 'ui-active' : ''}${open === undefined ? '' : ' ui-opens'}`}
      data-at={at}
      onClick={press}
    >
      {toggle === undefined ? null : (
        <td className="ui-table-tick">
          <input type="checkbox" aria-label={words.selectRow} checked={isSelected} onChange={toggle} />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          className={`${column.align === 'end' ? 'ui-end' : ''}${column.isLead === true ? ' ui-lead' : ''}`}
          data-title={column.title}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
