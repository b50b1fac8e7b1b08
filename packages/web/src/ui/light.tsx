import type { ReactElement } from 'react';
import './light.css';
import type { Tone } from './tone.ts';

const SHAPES: Readonly<Record<Tone, ReactElement>> = {
  fine: <circle cx="7" cy="7" r="5.5" />,
  soon: <path d="M7 1l6.2 11.5H.8z" />,
  late: <path d="M7 0.3L13.7 7 7 13.7.3 7z" />,
  paused: <path d="M2.5 2h3v10h-3zM8.5 2h3v10h-3z" />,
  done: <path d="M1.5 7.5l3.7 3.7 7.3-8" className="ui-light-stroke" />,
  none: <circle cx="7" cy="7" r="4.7" className="ui-light-stroke" />,
};

/** A light: shape, colour and word together. `quiet` leaves out the tinted ground, for dense rows. */
export function Light({
  tone,
  word,
  quiet = false,
}: {
  readonly tone: Tone;
  readonly word: string;
  readonly quiet?: boolean;
}): ReactElement {
  return (
    <span className={`ui-light ui-tone-${tone}${quiet ? ' ui-light-quiet' : ''}`}>
      <svg viewBox="0 0 14 14" aria-hidden>
        {SHAPES[tone]}
      </svg>
      {word}
    </span>
  );
}
