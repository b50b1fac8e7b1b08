import type { ReactElement } from 'react';
import { Combobox } from '../../ui/form/combobox.tsx';
import { ChipsField, SelectField, TextAreaField, TextField } from '../../ui/form/inputs.tsx';
import type { Bound } from '../../ui/form/inputs.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Asked, CellField, CellValue, ChoiceField, FieldValue, HolderValue } from './field.ts';
import { HolderPicker } from './pickers.tsx';

/** A field's value has the type that its kind says: see FieldValue. */
export type AnyBound = Bound<never> | Bound<FieldValue> | Bound<CellValue>;
export type ControlOf<F> = { readonly field: F; readonly bound: AnyBound; readonly asked: Asked };

/** The value with the type that the field's kind says. */
export const as = <Value,>(bound: AnyBound): Bound<Value> => bound as unknown as Bound<Value>;

function SelectControl({ field, bound, asked }: ControlOf<ChoiceField>): ReactElement {
  const words = useWords();
  const text = as<string>(bound);
  const standing = field.standing?.(asked);
  const choices = field.options(asked);
  return (
    <SelectField
      {...text}
      label={asked.label(field.label)}
      required={field.required}
      choices={standing === undefined ? choices : [standing, ...choices]}
      placeholder={asked.label('choose')}
      {...(standing?.value === text.value ? { hint: words.closedChoice } : {})}
    />
  );
}

function ChoiceControl({ field, bound, asked }: ControlOf<ChoiceField>): ReactElement {
  const text = as<string>(bound);
  const choices = field.options(asked);
  const label = asked.label(field.label);
  const hint = field.hint?.(asked);
  if (field.kind === 'chips')
    return (
      <ChipsField
        {...text}
        label={label}
        required={field.required}
        choices={choices}
        {...(hint === undefined ? {} : { hint })}
      />
    );
  if (field.kind === 'search')
    return <Combobox {...text} label={label} required={field.required} options={choices} />;
  return <SelectControl field={field} bound={bound} asked={asked} />;
}

/** A field that may also stand in a row. */
export function CellControl({ field, bound, asked }: ControlOf<CellField>): ReactElement {
  const label = asked.label(field.label);
  const shown = { label, required: field.required };
  switch (field.kind) {
    case 'line':
      return <TextField {...as<string>(bound)} {...shown} longest={field.most} />;
    case 'area':
      return <TextAreaField {...as<string>(bound)} {...shown} longest={field.most} />;
    case 'day':
      return <TextField {...as<string>(bound)} {...shown} kind="date" />;
    case 'number':
    case 'yuan':
      return (
        <TextField
          {...as<string>(bound)}
          {...shown}
          inputMode={field.kind === 'number' ? 'numeric' : 'decimal'}
        />
      );
    case 'holder':
      return <HolderPicker field={field} bound={as<HolderValue>(bound)} asked={asked} />;
    case 'chips':
    case 'select':
    case 'search':
      return <ChoiceControl field={field} bound={bound} asked={asked} />;
  }
}
