import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import './progress.css';

/** Something long under way: how far, in words and as a bar, with a way to stop it. */
export function Progress({
  label,
  share,
  detail,
  cancel,
}: {
  readonly label: string;
  /** 0 to 1; none while the length is not known yet. */
  readonly share?: number;
  readonly detail?: string;
  readonly cancel?: { readonly label: string; readonly onPress: () => void };
}): ReactElement {
  return (
    <div className="ui-progress">
      <div className="ui-progress-words">
        <span>{label}</span>
        <span className="ui-second">{detail}</span>
        {cancel === undefined ? null : (
          <Button look="quiet" onClick={cancel.onPress}>
            {cancel.label}
          </Button>
        )}
      </div>
      <progress aria-label={label} max={1} value={share} />
    </div>
  );
}
