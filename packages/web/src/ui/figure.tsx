import { useId } from 'react';
import type { ReactElement } from 'react';
import { Anchor } from './anchor.tsx';
import './figure.css';
import './light.css';
import type { Tone } from './tone.ts';
import { useWords } from './words.tsx';

export type FigureProps = {
  readonly name: string;
  /** The number as written, `—` when there is none. */
  readonly value: string;
  readonly unit?: string;
  /** What is counted, over what, as of when; shown on hover and focus. */
  readonly definition: string;
  /** Opens the rows behind the number. */
  readonly href: string;
  readonly note?: string;
  readonly tone?: Tone;
};

/** A number that explains itself and opens its rows. */
export function Figure({ name, value, unit, definition, href, note, tone }: FigureProps): ReactElement {
  const id = useId();
  const words = useWords();
  return (
    <div className={`ui-figure ui-tone-${tone ?? 'none'}`}>
      <Anchor href={href} aria-describedby={id} className="ui-figure-link">
        <span className="ui-figure-name">{name}</span>
        <span className="ui-figure-value">
          {value}
          {unit === undefined ? null : <span className="ui-figure-unit">{unit}</span>}
        </span>
        {note === undefined ? null : <span className="ui-figure-note">{note}</span>}
      </Anchor>
      <div role="tooltip" id={id} className="ui-figure-definition">
        <b>{words.definition}</b>
        {definition}
        <span className="ui-second">{words.openRows} →</span>
      </div>
    </div>
  );
}
