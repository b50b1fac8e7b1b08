import { memo } from 'react';
import type { MouseEvent, PointerEvent, ReactElement } from 'react';
import { useWords } from '../words.tsx';
import { isNothing, NOTHING } from './column.ts';
import type { Column } from './column.ts';
import { isSameRow } from './row-props.ts';
import type { RowProps } from './row-props.ts';

const isOwnControl = (event: MouseEvent): boolean =>
  event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null;

/** What a narrow column cuts off is told under the pointer. */
const tellCut = ({ target }: PointerEvent): void => {
  const cell = target instanceof Element ? target.closest('td') : null;
  if (cell === null) return;
  const isCut = [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth + 1);
  if (isCut) cell.title = cell.textContent ?? '';
  else cell.removeAttribute('title');
};

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactElement {
  const { align, isLead, title } = column;
  const cell = column.cell(row);
  const isEmpty = isNothing(cell);
  const looks = [
    ...(align === 'end' ? ['ui-end'] : []),
    ...(isLead === true ? ['ui-lead'] : []),
    ...(isEmpty ? ['ui-nothing'] : []),
  ];
  return (
    <td className={looks.join(' ')} data-title={title}>
      {isEmpty ? NOTHING : cell}
    </td>
  );
}

function DrawnRow<Row>({
  row,
  id,
  at,
  columns,
  isActive,
  isSelected,
  toggle,
  open,
}: RowProps<Row>): ReactElement {
  const words = useWords();
  const press = (event: MouseEvent): void => {
    if (!isOwnControl(event)) open?.(row);
  };
  return (
    <tr
      aria-rowindex={at + 2}
      aria-selected={toggle === undefined ? undefined : isSelected}
      className={`${isActive ? 'ui-active' : ''}${open === undefined ? '' : ' ui-opens'}`}
      data-at={at}
      onClick={press}
      onPointerOver={tellCut}
    >
      {toggle === undefined ? null : (
        <td className="ui-table-tick">
          <input
            type="checkbox"
            aria-label={words.selectRow}
            checked={isSelected}
            onChange={() => toggle(id)}
          />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
}

/** A row, drawn again only when something of its own has changed: a list redraws whenever the address does. */
export const TableRow = memo(DrawnRow, isSameRow) as typeof DrawnRow;
