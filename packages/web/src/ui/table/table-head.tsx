import type { ReactElement } from 'react';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.tsx';
import { nextSort } from './column.ts';
import type { Column, Sort } from './column.ts';

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly selection: { readonly isOn: boolean; readonly isAll: boolean; readonly toggleAll: () => void };
};

/** Every column has a width, so that a wide screen gives each its share of what is left. */
const LEAD_WIDTH = 240;

const SPOKEN = { up: 'ascending', down: 'descending' } as const;

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: Pick<HeadProps<Row>, 'sort' | 'onSort'> & { readonly column: Column<Row> }): ReactElement {
  const words = useWords();
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const canSort = column.isSortable === true && onSort !== undefined;
  return (
    <th
      scope="col"
      className={column.align === 'end' ? 'ui-end' : undefined}
      style={{ width: column.width ?? LEAD_WIDTH }}
      aria-sort={direction === undefined ? undefined : SPOKEN[direction]}
    >
      {canSort ? (
        <button
          type="button"
          title={words.sortBy(column.title)}
          onClick={() => onSort(nextSort(sort, column.key))}
        >
          {column.title}
          <Icon name={direction ?? 'sort'} />
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

export function TableHead<Row>({ columns, sort, onSort, selection }: HeadProps<Row>): ReactElement {
  const words = useWords();
  return (
    <thead>
      <tr>
        {selection.isOn ? (
          <th scope="col" className="ui-table-tick">
            <input
              type="checkbox"
              aria-label={words.selectAll}
              checked={selection.isAll}
              onChange={selection.toggleAll}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <HeadCell
            key={column.key}
            column={column}
            {...(sort ? { sort } : {})}
            {...(onSort ? { onSort } : {})}
          />
        ))}
      </tr>
    </thead>
  );
}
