import type { ReactElement } from 'react';
import './owner.css';
import { usePersonWords, useWords } from './words.tsx';

/** Who holds it: unit, person and since when. Always in this order, so the eye finds it. */
export function Owner({
  unit,
  person,
  since,
  telephone,
}: {
  readonly unit: string;
  readonly person?: string;
  readonly since?: string;
  readonly telephone?: string;
}): ReactElement {
  const words = useWords();
  const named = usePersonWords();
  return (
    <span className="ui-owner">
      <span className="ui-owner-unit">{unit}</span>
      {person === undefined ? null : <span>{named(person)}</span>}
      {telephone === undefined ? null : <a href={`tel:${telephone}`}>{telephone}</a>}
      {since === undefined ? null : <span className="ui-second">{words.since(since)}</span>}
    </span>
  );
}
