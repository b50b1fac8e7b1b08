import type { ReactElement, ReactNode } from 'react';
import './error-note.css';
import { Icon } from './icon.tsx';

/** What happened, why, and what to do; for what cannot be mended at a field. */
export function ErrorNote({
  title,
  detail,
  action,
  reference,
}: {
  readonly title: string;
  readonly detail?: string;
  readonly action?: ReactNode;
  /** Something to tell the person who helps, such as a request's number. */
  readonly reference?: string;
}): ReactElement {
  return (
    <div className="ui-error-note" role="alert">
      <Icon name="warn" />
      <div>
        <p className="ui-error-note-title">{title}</p>
        {detail === undefined ? null : <p>{detail}</p>}
        {reference === undefined ? null : <p className="ui-second">{reference}</p>}
      </div>
      {action}
    </div>
  );
}
