import { useEffect, useId, useRef } from 'react';
import type { ReactElement, ReactNode, SyntheticEvent } from 'react';
import { Button } from './button.tsx';
import './drawer.css';
import { focusFirstField } from './form/first-field.ts';
import { useWords } from './words.tsx';

/**
 * A layer over the page: `side` comes in from the right (from below on phones), `middle` asks something.
 * Escape and the close button leave it, the focus returns to where it was.
 */
export function Drawer({
  title,
  isOpen,
  onClose,
  place = 'side',
  keeps = false,
  foot,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly place?: 'side' | 'middle';
  /** What it holds stays as it is while it is closed. */
  readonly keeps?: boolean;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const words = useWords();
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && element?.open === false) {
      element.showModal();
      focusFirstField(element.querySelector('form'));
    }
    if (!isOpen && element?.open === true) element.close();
  }, [isOpen]);
  const cancel = (event: SyntheticEvent): void => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`ui-drawer ui-drawer-${place}`}
      aria-labelledby={id}
      onCancel={cancel}
      onClose={onClose}
    >
      {isOpen || keeps ? (
        <div className="ui-drawer-frame">
          <div className="ui-drawer-head">
            <h2 id={id}>{title}</h2>
            <Button look="quiet" icon="close" aria-label={words.close} onClick={onClose} />
          </div>
          <div className="ui-drawer-body">{children}</div>
          {foot === undefined ? null : <div className="ui-drawer-foot">{foot}</div>}
        </div>
      ) : null}
    </dialog>
  );
}
