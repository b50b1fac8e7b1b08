import type { ReactElement, ReactNode } from 'react';
import './empty.css';

/** Nothing here: says why, and what to do next. */
export function Empty({
  title,
  next,
  action,
}: {
  readonly title: string;
  readonly next: string;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      <p>{next}</p>
      {action}
    </div>
  );
}
