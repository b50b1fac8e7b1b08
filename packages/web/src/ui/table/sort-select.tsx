import type { ReactElement } from 'react';
import { useWords } from '../words.tsx';
import type { Sort } from './column.ts';

type Sortable = { readonly key: string; readonly title: string; readonly isSortable?: boolean };

const DIRECTIONS = ['up', 'down'] as const;

/** The order of a list where its heads are not shown: each column that sorts, upwards and downwards. */
export function SortSelect({
  columns,
  sort,
  onSort,
}: {
  readonly columns: readonly Sortable[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}): ReactElement {
  const words = useWords();
  const choices = columns
    .filter(({ isSortable }) => isSortable === true)
    .flatMap(({ key, title }) =>
      DIRECTIONS.map((direction) => ({
        value: `${key} ${direction}`,
        label: words.sortedBy(title, direction),
        sort: { key, direction },
      })),
    );
  return (
    <select
      className="ui-input ui-sort-select"
      aria-label={words.sort}
      value={`${sort.key} ${sort.direction}`}
      onChange={({ currentTarget }) => {
        const chosen = choices.find(({ value }) => value === currentTarget.value);
        if (chosen !== undefined) onSort(chosen.sort);
      }}
    >
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
