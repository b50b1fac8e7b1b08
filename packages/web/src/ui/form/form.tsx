import { useEffect, useRef } from 'react';
import type { FormEvent, ReactElement, ReactNode } from 'react';
import { ErrorNote } from '../error-note.tsx';
import { useWords } from '../words.tsx';
import './field.css';
import { focusFirstField } from './first-field.ts';
import { sendByKeys } from './send-by-keys.ts';

/**
 * A form that is sent by Enter, in a text of several lines with Ctrl, or by its main button; errors that belong to no
 * field stand on top.
 */
export function Form({
  label,
  onSubmit,
  wrong,
  two = false,
  begins = false,
  children,
}: {
  readonly label: string;
  readonly onSubmit: () => void;
  readonly wrong?: {
    readonly atField: Readonly<Record<string, string>>;
    readonly elsewhere: readonly string[];
  };
  /** Two columns on desktops. */
  readonly two?: boolean;
  /** The page is there to be filled in: it begins at the first field, as a drawer does. */
  readonly begins?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const words = useWords();
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (begins || place.current?.closest('dialog[open]')) focusFirstField(place.current);
  }, [begins]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const count = wrong === undefined ? 0 : Object.keys(wrong.atField).length + wrong.elsewhere.length;
  return (
    <form
      ref={place}
      className={two ? 'ui-form ui-form-two' : 'ui-form'}
      aria-label={label}
      noValidate
      onSubmit={submit}
      onKeyDown={sendByKeys}
    >
      {count === 0 ? null : (
        <div className="ui-form-whole">
          <ErrorNote
            title={words.mendFields(count)}
            {...(wrong?.elsewhere.length ? { detail: wrong.elsewhere.join(' ') } : {})}
          />
        </div>
      )}
      {children}
    </form>
  );
}
