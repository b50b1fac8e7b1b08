import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../icon.tsx';
import { useWords } from '../words.tsx';
import { Combobox } from './combobox.tsx';
import type { ComboboxProps } from './combobox.tsx';
import type { Option } from './combobox-matches.ts';
import type { Bound } from './inputs.tsx';
import './many-combobox.css';

type ManyProps = Omit<ComboboxProps, keyof Bound<string>> &
  Bound<readonly string[]> & {
    /** The names of what is chosen already, where the options do not hold them. */
    readonly known?: readonly Option[];
  };

/** Several of many: each is found by typing and becomes a tag that can be taken away. */
export function ManyCombobox({ value, onChange, options, known = [], ...rest }: ManyProps): ReactElement {
  const words = useWords();
  const [names, setNames] = useState<readonly Option[]>(known);
  const add = (chosen: string): void => {
    const option = options.find((each) => each.value === chosen);
    if (option === undefined || value.includes(chosen)) return;
    setNames([...names, option]);
    onChange([...value, chosen]);
  };
  const nameOf = (chosen: string): string =>
    [...names, ...known, ...options].find((option) => option.value === chosen)?.label ?? chosen;
  return (
    <div className="ui-many">
      <Combobox
        {...rest}
        options={options.filter((option) => !value.includes(option.value))}
        value=""
        onChange={add}
      />
      {value.length === 0 ? null : (
        <ul className="ui-many-chosen" aria-label={rest.label}>
          {value.map((chosen) => (
            <li key={chosen}>
              {nameOf(chosen)}
              <button
                type="button"
                aria-label={words.remove(nameOf(chosen))}
                onClick={() => onChange(value.filter((each) => each !== chosen))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
