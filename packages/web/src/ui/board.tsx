import type { ReactElement, ReactNode } from 'react';
import './board.css';
import { count } from './table/count.ts';

export type BoardColumn = {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly cards: readonly { readonly key: string; readonly card: ReactNode }[];
  readonly empty: string;
  readonly foot?: ReactNode;
};

/** Columns of cards, each with its number; scrolls sideways, one column at a time on phones. */
export function Board({
  label,
  columns,
}: {
  readonly label: string;
  readonly columns: readonly BoardColumn[];
}): ReactElement {
  return (
    <div className="ui-board" role="region" aria-label={label} tabIndex={0}>
      {columns.map((column) => (
        <section key={column.key} className="ui-board-column" aria-label={column.title}>
          <h2>
            {column.title} <span>{count(column.count)}</span>
          </h2>
          <ul>
            {column.cards.map(({ key, card }) => (
              <li key={key} className="ui-board-card">
                {card}
              </li>
            ))}
          </ul>
          {column.cards.length === 0 ? <p className="ui-second ui-board-empty">{column.empty}</p> : null}
          {column.foot}
        </section>
      ))}
    </div>
  );
}
