import { useId } from 'react';
import type { ReactElement } from 'react';
import { Combobox } from './combobox.tsx';
import { Field, FieldNotes, notesOf } from './field.tsx';
import type { FieldSpec, FieldValue, FieldValues } from './field-spec.ts';
import { ChipsField, SelectField, TextAreaField, TextField, TickField } from './inputs.tsx';
import type { Bound, Choice } from './inputs.tsx';
import { useWords } from '../words.tsx';
import { ManyCombobox } from './many-combobox.tsx';

type Drawn<Kind extends FieldSpec['kind']> = {
  readonly spec: Extract<FieldSpec, { kind: Kind }>;
  readonly bound: Bound<FieldValue>;
  readonly values: FieldValues;
};

const asText = (bound: Bound<FieldValue>): Bound<string> => ({
  ...bound,
  value: typeof bound.value === 'string' ? bound.value : '',
});
const asList = (bound: Bound<FieldValue>): Bound<readonly string[]> => ({
  ...bound,
  value: typeof bound.value === 'object' ? bound.value : [],
});

/** Several of a few, all in sight. */
function TicksField(
  props: Bound<readonly string[]> & { readonly label: string; readonly choices: readonly Choice[] },
): ReactElement {
  const id = useId();
  const { value, onChange, error } = props;
  const toggle = (chosen: string): void =>
    onChange(value.includes(chosen) ? value.filter((each) => each !== chosen) : [...value, chosen]);
  return (
    <fieldset aria-describedby={notesOf(id, { error })}>
      <legend className="ui-group-label">{props.label}</legend>
      <div className="ui-choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="ui-choice">
            <input
              type="checkbox"
              name={props.name}
              checked={value.includes(choice.value)}
              aria-invalid={error === undefined ? undefined : true}
              onChange={() => toggle(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}

function One({ spec, bound, values }: Drawn<'one'>): ReactElement {
  const words = useWords();
  const { options, closed, ...rest } = spec.source(values);
  const { known } = spec;
  const missing = known !== undefined && !options.some(({ value }) => value === known.value);
  const standing = closed?.find(({ value }) => value === bound.value);
  return (
    <Combobox
      {...spec}
      {...asText(bound)}
      {...rest}
      options={missing ? [known, ...options] : options}
      {...(standing === undefined ? {} : { standing, hint: words.closedChoice })}
    />
  );
}

function Several({ spec, bound, values }: Drawn<'several'>): ReactElement {
  const { closed = [], ...source } = spec.source(values);
  const known = [...(spec.known ?? []), ...closed];
  return <ManyCombobox {...spec} {...asList(bound)} {...source} known={known} />;
}

function Moment({
  spec,
  bound,
}: {
  readonly spec: FieldSpec;
  readonly bound: Bound<FieldValue>;
}): ReactElement {
  const { label, hint, required } = spec;
  const { value, name, onChange, error } = asText(bound);
  return (
    <Field label={label} hint={hint} error={error} required={required === true}>
      {(control) => (
        <input
          {...control}
          className="ui-input"
          type="datetime-local"
          name={name}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Draws one field of a form that is given as values. */
export function SpecField({
  spec,
  bound,
  values,
}: {
  readonly spec: FieldSpec;
  readonly bound: Bound<FieldValue>;
  /** All that the form holds. */
  readonly values: FieldValues;
}): ReactElement {
  switch (spec.kind) {
    case 'area':
      return <TextAreaField {...spec} {...asText(bound)} rows={3} />;
    case 'choice':
      return <SelectField {...spec} {...asText(bound)} placeholder=" " />;
    case 'chips':
      return <ChipsField {...spec} {...asText(bound)} />;
    case 'ticks':
      return <TicksField {...spec} {...asList(bound)} />;
    case 'yes':
      return <TickField {...spec} {...bound} value={bound.value === true} />;
    case 'one':
      return <One spec={spec} bound={bound} values={values} />;
    case 'several':
      return <Several spec={spec} bound={bound} values={values} />;
    case 'moment':
      return <Moment spec={spec} bound={bound} />;
    case 'number':
      return <TextField {...spec} {...asText(bound)} kind="text" inputMode="decimal" />;
    case 'day':
      return <TextField {...spec} {...asText(bound)} kind="date" />;
    case 'text':
    case 'tel':
    case 'email':
    case 'password':
      return (
        <TextField
          {...spec}
          {...asText(bound)}
          kind={spec.kind}
          autoComplete={spec.kind === 'password' ? 'new-password' : 'off'}
        />
      );
  }
}
