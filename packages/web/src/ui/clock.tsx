import type { ReactElement } from 'react';
import './clock.css';
import './light.css';
import { barParts } from './clock-bar.ts';
import type { Tone } from './tone.ts';

export type ClockProps = {
  readonly tone: Tone;
  /** Which limit this is, for instance "answer by". */
  readonly label?: string;
  /** When it is due, in words. */
  readonly due: string;
  /** What is left, in words: "2 working days left", "3 days late", "paused". */
  readonly left: string;
  /** The part of the time that is used, 0 to 1; above 1 when late. */
  readonly used: number;
  /** Pauses as parts of the whole span, hatched. */
  readonly pauses?: readonly { readonly from: number; readonly to: number }[];
};

/** A promise's clock: used and left as a thin bar with its pauses hatched, the due date and what is left in words. */
export function Clock({ tone, label, due, left, used, pauses = [] }: ClockProps): ReactElement {
  return (
    <span className={`ui-clock ui-tone-${tone}`}>
      <span className="ui-clock-words">
        <span className="ui-clock-due">
          {label === undefined ? null : <span className="ui-clock-label">{label}</span>}
          {due}
        </span>
        <span className="ui-clock-left">{left}</span>
      </span>
      <span className="ui-clock-bar" aria-hidden>
        {barParts(used, pauses).map((part) => (
          <span
            key={`${part.kind}-${part.start}`}
            className={`ui-clock-${part.kind}`}
            style={{ left: `${part.start}%`, width: `${part.width}%` }}
          />
        ))}
      </span>
    </span>
  );
}
