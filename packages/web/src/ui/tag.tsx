import type { ReactElement } from 'react';
import './tag.css';

/** A short mark on a record: a category, a kind. Says what something is, never how it stands (that is a Light). */
export const Tag = ({
  word,
  strong = false,
}: {
  readonly word: string;
  readonly strong?: boolean;
}): ReactElement => <span className={strong ? 'ui-tag ui-tag-strong' : 'ui-tag'}>{word}</span>;
