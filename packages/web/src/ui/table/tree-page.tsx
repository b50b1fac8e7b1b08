import { useState } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { useActs } from '../form/act.tsx';
import type { Act } from '../form/act.tsx';
import { ActsDrawer } from '../form/acts-drawer.tsx';
import { PageHeader } from '../page.tsx';
import { TextButton } from '../text-button.tsx';
import type { Take } from '../use-taking.ts';
import type { Column } from './column.ts';
import { ListPage, ListSearch } from './list-page.tsx';

/** A small record in a tree: what it is called, and what stands above it. */
export type Branch = { readonly id: string; readonly shown: string; readonly above: readonly string[] };

type TreePageProps<Row extends Branch> = {
  readonly name: string;
  readonly title: string;
  readonly tabs: ReactNode;
  /** All that match what is searched for. */
  readonly rows: readonly Row[];
  readonly nameTitle: string;
  readonly nameWidth?: number;
  /** A mark behind a name. */
  readonly mark?: ComponentType<{ readonly row: Row }>;
  /** The columns after the name. */
  readonly columns: readonly Column<Row>[];
  readonly search: {
    readonly label: string;
    readonly value: string;
    readonly onChange: (typed: string) => void;
  };
  readonly take?: Take | undefined;
  /** Nothing for whoever may only read. */
  readonly add?: Act | undefined;
  readonly actsOf: (row: Row) => readonly Act[];
  /** What the side shows of a record; `open` asks an act from there. */
  readonly about: ComponentType<{ readonly row: Row; readonly open: (act: Act) => void }>;
  readonly empty: { readonly title: string; readonly next: string };
};

/** The name, as far in as it stands below others. */
const nameColumn = <Row extends Branch>(
  { nameTitle, nameWidth, mark: Mark }: TreePageProps<Row>,
  show: (row: Row) => void,
): Column<Row> => ({
  key: 'name',
  title: nameTitle,
  isLead: true,
  ...(nameWidth === undefined ? {} : { width: nameWidth }),
  cell: (row) => (
    <span style={{ paddingLeft: row.above.length * 20 }}>
      <TextButton label={row.shown} onPress={() => show(row)} />{' '}
      {Mark === undefined ? null : <Mark row={row} />}
    </span>
  ),
});

/** A tree as a list; a press on a row shows the record at the side with what can be done with it. */
export function TreePage<Row extends Branch>(props: TreePageProps<Row>): ReactElement {
  const { name, title, rows, add, actsOf, columns, about: About } = props;
  const [chosen, choose] = useState({ id: '', isOpen: false });
  const row = rows.find(({ id }) => id === chosen.id);
  const offered = row === undefined ? [] : actsOf(row);
  const acts = useActs(offered);
  const show = ({ id }: Row): void => choose({ id, isOpen: true });
  const leave = (): void => choose({ ...chosen, isOpen: false });
  const open = (act: Act): void => {
    leave();
    acts.open(act);
  };
  return (
    <div className="ui-stack">
      <PageHeader
        title={title}
        actions={
          add === undefined ? null : (
            <Button look="main" icon="plus" onClick={() => acts.open(add)}>
              {add.label}
            </Button>
          )
        }
      />
      {props.tabs}
      <ListPage
        name={name}
        label={title}
        take={props.take}
        list={{ rows, total: rows.length, isLoading: false }}
        columns={[nameColumn(props, show), ...columns]}
        rowKey={({ id }) => id}
        onOpen={show}
        search={<ListSearch {...props.search} />}
        empty={props.empty}
      />
      <ActsDrawer
        title={row?.shown ?? ''}
        isOpen={chosen.isOpen && row !== undefined}
        onClose={leave}
        acts={offered}
        onPick={acts.open}
      >
        {row === undefined ? null : <About row={row} open={open} />}
      </ActsDrawer>
      {acts.drawer}
    </div>
  );
}
