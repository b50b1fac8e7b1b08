import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import { Field } from '../form/field.tsx';
import type { Bound } from '../form/inputs.tsx';
import { AntdProvider } from './antd-provider.tsx';

type DateFieldProps = Bound<string> & {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Earliest and latest day that may be chosen, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
};

const FORMAT = 'YYYY-MM-DD';
const dayOf = (value: string) => (value === '' ? null : dayjs(value, FORMAT));

/** A day, chosen or typed, on desktops; phones use `TextField kind="date"`. */
export function DateField({
  label,
  hint,
  required,
  error,
  value,
  onChange,
  from,
  to,
  name,
}: DateFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} error={error} required={required === true}>
      {(control) => (
        <AntdProvider>
          <DatePicker
            {...control}
            name={name}
            value={dayOf(value)}
            minDate={from === undefined ? undefined : dayjs(from, FORMAT)}
            maxDate={to === undefined ? undefined : dayjs(to, FORMAT)}
            status={error === undefined ? '' : 'error'}
            onChange={(day) => onChange(day === null ? '' : day.format(FORMAT))}
          />
        </AntdProvider>
      )}
    </Field>
  );
}

/** From a day to a day, on one line; for filters and periods. */
export function DateRange({
  label,
  from,
  to,
  onChange,
}: {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly onChange: (from: string, to: string) => void;
}): ReactElement {
  return (
    <AntdProvider>
      <DatePicker.RangePicker
        aria-label={label}
        value={[dayOf(from), dayOf(to)]}
        allowEmpty={[true, true]}
        onChange={(days) => onChange(days?.[0]?.format(FORMAT) ?? '', days?.[1]?.format(FORMAT) ?? '')}
      />
    </AntdProvider>
  );
}
