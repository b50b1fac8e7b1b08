import type { ReactElement, ReactNode } from 'react';
import './light.css';
import './story.css';
import type { Tone } from './tone.ts';
import { useWords } from './words.tsx';

export type StoryItem = {
  readonly id: string;
  /** When, in words of the person's language. */
  readonly at: string;
  /** Who, as unit and person; none for what happened by itself. */
  readonly who?: string;
  /** What happened, in plain words. */
  readonly text: ReactNode;
  /** Own words of a person: an answer, a reason. */
  readonly quote?: ReactNode;
  readonly proof?: ReactNode;
  readonly tone?: Tone;
  /** For insiders only: marked, so that nobody reads it out to the outside. */
  readonly inside?: string;
};

function Happening({ item }: { readonly item: StoryItem }): ReactElement {
  return (
    <li className={`ui-story-item ui-tone-${item.tone ?? 'none'}`}>
      <div className="ui-story-head">
        <time>{item.at}</time>
        {item.who === undefined ? null : <span>{item.who}</span>}
        {item.inside === undefined ? null : <span className="ui-story-inside">{item.inside}</span>}
      </div>
      <div className="ui-story-text">{item.text}</div>
      {item.quote === undefined ? null : <blockquote className="ui-story-quote">{item.quote}</blockquote>}
      {item.proof === undefined ? null : <div className="ui-story-proof">{item.proof}</div>}
    </li>
  );
}

/** What happened, newest or oldest first as given, with the proof beside each step. */
export function Story({
  items,
  label,
}: {
  readonly items: readonly StoryItem[];
  readonly label: string;
}): ReactElement {
  const words = useWords();
  if (items.length === 0) return <p className="ui-second">{words.nothingYet}</p>;
  return (
    <ol className="ui-story" aria-label={label}>
      {items.map((item) => (
        <Happening key={item.id} item={item} />
      ))}
    </ol>
  );
}
