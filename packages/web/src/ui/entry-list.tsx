import type { ReactElement, ReactNode } from 'react';
import './entry-list.css';
import { useWords } from './words.tsx';

export type Entry = {
  readonly key: string;
  /** What it is, in the first column: a role, a kind. */
  readonly name?: ReactNode;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** Over: shown weaker. */
  readonly past?: boolean;
  readonly action?: ReactNode;
};

/** Small lists inside a record: people of a team, sites, stages; each with its name, its value and what can be done. */
export function EntryList({
  label,
  entries,
  empty,
}: {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** What it means that there are none, where it is more than that nothing happened yet. */
  readonly empty?: string;
}): ReactElement {
  const words = useWords();
  if (entries.length === 0) return <p className="ui-second">{empty ?? words.nothingYet}</p>;
  return (
    <ul className="ui-entries" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.past === true ? 'ui-entry-past' : ''}>
          {entry.name === undefined ? null : <span className="ui-entry-name">{entry.name}</span>}
          <div className="ui-entry-value">
            <div>{entry.value}</div>
            {entry.note === undefined ? null : <div className="ui-second">{entry.note}</div>}
          </div>
          {entry.action}
        </li>
      ))}
    </ul>
  );
}
