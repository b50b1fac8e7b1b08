import type { ReactElement } from 'react';
import './flag.css';

/** Red: reached with proof. Outlined: claimed, proof missing. Black: overdue. Pole only: still ahead. */
export type FlagKind = 'reached' | 'claimed' | 'overdue' | 'ahead';

/** A flag on its pole with its date; the word says what the colour means. */
export function Flag({
  kind,
  word,
  date,
}: {
  readonly kind: FlagKind;
  readonly word: string;
  readonly date?: string;
}): ReactElement {
  return (
    <span className={`ui-flag ui-flag-${kind}`}>
      <svg viewBox="0 0 16 18" aria-hidden>
        <path className="ui-flag-pole" d="M3 1v16" />
        {kind === 'ahead' ? (
          <circle className="ui-flag-foot" cx="3" cy="16.5" r="1.5" />
        ) : (
          <path className="ui-flag-cloth" d="M3.7 2c3-1.4 5.5 1.4 9.8.2v7c-4.3 1.2-6.8-1.6-9.8-.2z" />
        )}
      </svg>
      <span>
        {word}
        {date === undefined ? null : <time>{date}</time>}
      </span>
    </span>
  );
}
