import { useState } from 'react';
import type { ReactElement, Ref } from 'react';
import { Icon } from '../icon.tsx';
import './bar-inputs.css';
import './field.css';
import type { Choice } from './inputs.tsx';

/** A search field in a bar: its name is spoken, not shown. */
export function SearchBox({
  label,
  placeholder,
  box,
  initial,
  onChange,
}: {
  readonly label: string;
  readonly placeholder?: string;
  readonly box?: Ref<HTMLInputElement>;
  readonly initial?: string;
  readonly onChange?: (typed: string) => void;
}): ReactElement {
  return (
    <span className="ui-search-box">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        className="ui-input"
        aria-label={label}
        placeholder={placeholder ?? label}
        defaultValue={initial}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      />
    </span>
  );
}

/** A filter in a bar: its name is the empty choice. */
export function FilterSelect({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <select
      className="ui-input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{label}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** A year that is still typed reads as 0002, 0020, 0202. */
const FIRST_DAY = '1900-01-01';

/** A day in a bar: its name stands before it. */
export function DayFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}): ReactElement {
  const [half, setHalf] = useState<string>();
  const type = (day: string): void => {
    const isHalf = day !== '' && day < FIRST_DAY;
    setHalf(isHalf ? day : undefined);
    if (!isHalf) onChange(day);
  };
  return (
    <label className="ui-day-filter">
      <span>{label}</span>
      <input
        type="date"
        className="ui-input"
        value={half ?? value}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setHalf(undefined)}
      />
    </label>
  );
}
