import { demands } from '@xiaoer/contract/demand-views';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { reading } from '../../lib/client/query.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/form/combobox.tsx';
import type { Bound } from '../../ui/form/inputs.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Asked, DemandField, HolderField, HolderValue, ManyField } from './field.ts';
import './forms.css';

type Of<F, Value> = { readonly field: F; readonly bound: Bound<Value>; readonly asked: Asked };

/** A unit and, in it, a person. */
export function HolderPicker({ field, bound, asked }: Of<HolderField, HolderValue>): ReactElement {
  const { value, onChange, name, error } = bound;
  const people = asked.directory.peopleOf(value.unitId);
  const title = asked.label(field.label);
  return (
    <fieldset className="demand-holder">
      <legend className="ui-group-label">{title}</legend>
      <Combobox
        name={`${name}.unitId`}
        label={asked.label('unit')}
        required={field.required}
        options={asked.directory.units}
        value={value.unitId}
        onChange={(unitId) => onChange({ unitId, personId: '' })}
        error={error}
      />
      <Combobox
        name={`${name}.personId`}
        label={asked.label('person')}
        required={field.person === 'named'}
        options={people}
        value={value.personId}
        placeholder={field.person === 'open' ? asked.label('nobody') : ''}
        onChange={(personId) => onChange({ ...value, personId })}
      />
    </fieldset>
  );
}

/** Several units or people: found by typing, shown as tags that can be taken away. */
export function ManyPicker({ field, bound, asked }: Of<ManyField, readonly string[]>): ReactElement {
  const { value, onChange, name, error } = bound;
  const words = useWords();
  const options = asked.directory[field.kind];
  return (
    <div className="demand-many">
      <Combobox
        name={name}
        label={asked.label(field.label)}
        required={field.required}
        options={options.filter((option) => !value.includes(option.value))}
        value=""
        onChange={(chosen) => (chosen === '' ? undefined : onChange([...value, chosen]))}
        error={error}
      />
      <ul>
        {value.map((id) => {
          const label = options.find((option) => option.value === id)?.label ?? '';
          return (
            <li key={id}>
              <Tag word={label} />
              <Button
                look="quiet"
                icon="close"
                aria-label={words.remove(label)}
                onClick={() => onChange(value.filter((each) => each !== id))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Another demand of the same enterprise. */
export function DemandPicker({ field, bound, asked }: Of<DemandField, string>): ReactElement {
  const [typed, setTyped] = useState('');
  const { item } = asked.detail;
  const found = useQuery(
    reading(demands, {
      query: {
        enterprise: item.enterprise.id,
        show: field.closed ? 'closed' : 'open',
        limit: 50,
        ...(typed.length > 1 ? { q: typed } : { sort: 'raisedAt', order: 'desc' }),
      },
    }),
  );
  const options = (found.data?.body.items ?? [])
    .filter(({ id }) => id !== item.id)
    .map(({ id, number, title }) => ({ value: id, label: title, note: number }));
  return (
    <Combobox
      {...bound}
      label={asked.label(field.label)}
      hint={asked.label('demandHint')}
      required={field.required}
      options={options}
      onType={setTyped}
    />
  );
}
