import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.tsx';
import './field.css';

/** What a control inside a field must carry to be tied to its label, hint and error. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

export type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
};

/** What stands under a control: its hint, and its error. Controls name them by `${id}-hint` and `${id}-error`. */
export function FieldNotes({
  id,
  hint,
  error,
}: Pick<FieldProps, 'hint' | 'error'> & { readonly id: string }) {
  return (
    <>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="ui-field-hint">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="ui-field-error">
          <Icon name="warn" />
          {error}
        </p>
      )}
    </>
  );
}

/** The ids of the notes under a control, as `aria-describedby` takes them. */
export const notesOf = (
  id: string,
  { hint, error }: Pick<FieldProps, 'hint' | 'error'>,
): string | undefined => {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
};

/** A label, its control, and the error at the control. */
export function Field({ label, hint, error, required = false, children }: FieldProps): ReactElement {
  const id = useId();
  const words = useWords();
  return (
    <div className={error === undefined ? 'ui-field' : 'ui-field ui-field-wrong'}>
      <label htmlFor={id}>
        {label}
        {required ? null : <span className="ui-field-optional">{words.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': notesOf(id, { hint, error }),
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': required ? true : undefined,
      })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
