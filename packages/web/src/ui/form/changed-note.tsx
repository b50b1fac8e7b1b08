import type { ReactElement } from 'react';
import { useWords } from '../words.tsx';
import './changed-note.css';

/** One change that somebody else made, in words. */
export type ChangeTold = { readonly key: string | number; readonly text: string };

/** That somebody else changed the record of an open form, what they changed, and what to do. */
export function ChangedNote({ changes }: { readonly changes: readonly ChangeTold[] }): ReactElement {
  const words = useWords();
  return (
    <div className="ui-changed-note" role="alert">
      <b>{words.changedMeanwhile}</b>
      {changes.length === 0 ? null : (
        <ul>
          {changes.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
      <p>{words.changedNext}</p>
    </div>
  );
}
