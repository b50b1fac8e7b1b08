import type { ReactElement } from 'react';
import './text-button.css';

/** A name that opens something on the same page: looks like a link, is a button. */
export const TextButton = ({
  label,
  onPress,
}: {
  readonly label: string;
  readonly onPress: () => void;
}): ReactElement => (
  <button type="button" className="ui-text-button" onClick={onPress}>
    {label}
  </button>
);
