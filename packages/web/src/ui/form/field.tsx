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

/** A label, its control, and the error at the control. */
export function Field({ label, hint, error, required = false, children }: FieldProps): ReactElement {
  const id = useId();
  const words = useWords();
  const describedBy = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className={error === undefined ? 'ui-field' : 'ui-field ui-field-wrong'}>
      <label htmlFor={id}>
        {label}
        {required ? null : <span className="ui-field-optional">{words.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': required ? true : undefined,
      })}
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
    </div>
  );
}
