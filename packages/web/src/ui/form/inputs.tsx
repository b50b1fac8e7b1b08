import { useId } from 'react';
import type { ReactElement } from 'react';
import { Field, FieldNotes, notesOf } from './field.tsx';

/** What every field of a form gets from `form.bind(name)`. */
export type Bound<Value> = {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
};

type Labelled = {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
};

export type TextFieldProps = Labelled &
  Bound<string> & {
    readonly kind?: 'text' | 'password' | 'tel' | 'email' | 'search' | 'date' | 'time' | 'number';
    readonly autoComplete?: string;
    readonly inputMode?: 'text' | 'numeric' | 'tel' | 'decimal';
    readonly placeholder?: string;
    readonly longest?: number;
    readonly autoFocus?: boolean;
  };

const common = ({ name, disabled }: { readonly name: string; readonly disabled?: boolean | undefined }) => ({
  name,
  disabled,
  className: 'ui-input',
});

/** One line of text; with `kind="date"` the browser's own day picker, for phones. */
export function TextField({
  label,
  hint,
  required,
  error,
  value,
  onChange,
  kind = 'text',
  ...rest
}: TextFieldProps): ReactElement {
  const { longest, autoComplete, inputMode, placeholder, autoFocus } = rest;
  return (
    <Field label={label} hint={hint} error={error} required={required === true}>
      {(control) => (
        <input
          {...control}
          {...common(rest)}
          type={kind}
          value={value}
          maxLength={longest}
          autoComplete={autoComplete ?? 'off'}
          inputMode={inputMode}
          placeholder={placeholder}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField(
  props: Labelled &
    Bound<string> & { readonly rows?: number; readonly placeholder?: string; readonly longest?: number },
): ReactElement {
  const { label, hint, required, error, value, onChange } = props;
  return (
    <Field label={label} hint={hint} error={error} required={required === true}>
      {(control) => (
        <textarea
          {...control}
          {...common(props)}
          rows={props.rows ?? 4}
          value={value}
          maxLength={props.longest}
          placeholder={props.placeholder}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type Choice = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** One of a few, in the browser's own list. */
export function SelectField(
  props: Labelled & Bound<string> & { readonly choices: readonly Choice[]; readonly placeholder?: string },
): ReactElement {
  const { label, hint, required, error, value, onChange, choices, placeholder } = props;
  return (
    <Field label={label} hint={hint} error={error} required={required === true}>
      {(control) => (
        <select
          {...control}
          {...common(props)}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all in sight: one press. */
export function ChipsField(
  props: Labelled & Bound<string> & { readonly choices: readonly Choice[] },
): ReactElement {
  const id = useId();
  return (
    <fieldset
      aria-describedby={notesOf(id, props)}
      data-wrong={props.error === undefined ? undefined : true}
      disabled={props.disabled}
    >
      <legend className="ui-group-label">{props.label}</legend>
      <div className="ui-chips">
        {props.choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={`${props.name}${id}`}
              data-field={props.name}
              checked={props.value === choice.value}
              disabled={choice.disabled}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={props.hint} error={props.error} />
    </fieldset>
  );
}

/** A yes, with what it means under it. */
export function TickField(
  props: { readonly label: string; readonly hint?: string; readonly disabled?: boolean } & Bound<boolean>,
): ReactElement {
  const id = useId();
  const { hint, error } = props;
  const notes = notesOf(id, props);
  const tick = (
    <label className="ui-choice">
      <input
        type="checkbox"
        name={props.name}
        checked={props.value}
        disabled={props.disabled}
        aria-describedby={notes}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
  if (notes === undefined) return tick;
  return (
    <div>
      {tick}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
