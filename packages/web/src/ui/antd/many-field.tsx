import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { Matches, Option } from '../form/combobox-matches.ts';
import { matchesText } from '../form/combobox-matches.ts';
import { Field } from '../form/field.tsx';
import type { Bound } from '../form/inputs.tsx';
import { AntdProvider } from './antd-provider.tsx';

/** Several of many, as removable tags. */
export function ManyField(
  props: Bound<readonly string[]> & {
    readonly label: string;
    readonly hint?: string;
    readonly required?: boolean;
    readonly placeholder?: string;
    readonly options: readonly Option[];
    readonly matches?: Matches;
  },
): ReactElement {
  const { matches = matchesText, options, error } = props;
  return (
    <Field label={props.label} hint={props.hint} error={error} required={props.required === true}>
      {(control) => (
        <AntdProvider>
          <Select
            {...control}
            mode="multiple"
            value={[...props.value]}
            options={options.map(({ value, label }) => ({ value, label }))}
            placeholder={props.placeholder}
            style={{ width: '100%' }}
            status={error === undefined ? '' : 'error'}
            filterOption={(typed, option) => {
              const found = options.find(({ value }) => value === option?.value);
              return found !== undefined && matches(found, typed);
            }}
            onChange={(values: string[]) => props.onChange(values)}
          />
        </AntdProvider>
      )}
    </Field>
  );
}
