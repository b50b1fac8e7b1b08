import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { count } from './count.ts';
import { ExportButton } from './export-button.tsx';
import './list-bar.css';
import { Menu } from '../menu.tsx';
import type { Take } from '../use-taking.ts';
import { useWords } from '../words.tsx';

type Columns = {
  readonly all: readonly { readonly key: string; readonly title: string; readonly isLead?: boolean }[];
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
};

const toggled = ({ all, shown }: Columns, key: string): readonly string[] =>
  all
    .map((column) => column.key)
    .filter((each) => (each === key ? !shown.includes(each) : shown.includes(each)));

/** Above a list: its filters, the choice of columns, export; and while rows are selected, what can be done with them. */
export function ListBar({
  children,
  columns,
  take,
  tools,
  selected,
}: {
  /** Search and filters. */
  readonly children?: ReactNode;
  readonly columns?: Columns;
  /** Takes what the list shows away as a file. */
  readonly take?: Take;
  /** What else can be done with the whole list. */
  readonly tools?: ReactNode;
  readonly selected?: { readonly count: number; readonly onClear: () => void; readonly actions: ReactNode };
}): ReactElement {
  const words = useWords();
  return (
    <div className="ui-list-bar">
      {selected !== undefined && selected.count > 0 ? (
        <div className="ui-list-bar-selected" role="status">
          <b>{words.selected(count(selected.count))}</b>
          {selected.actions}
          <Button look="quiet" onClick={selected.onClear}>
            {words.clear}
          </Button>
        </div>
      ) : (
        <div className="ui-list-bar-filters">{children}</div>
      )}
      <div className="ui-list-bar-tools">
        {tools}
        {columns === undefined ? null : (
          <Menu
            label={words.columnsTitle}
            look="quiet"
            icon="columns"
            items={columns.all
              .filter((column) => column.isLead !== true)
              .map((column) => ({
                key: column.key,
                label: column.title,
                checked: columns.shown.includes(column.key),
                onPress: () => columns.onChange(toggled(columns, column.key)),
              }))}
          >
            {words.columns}
          </Menu>
        )}
        {take === undefined ? null : <ExportButton take={take} />}
      </div>
    </div>
  );
}
