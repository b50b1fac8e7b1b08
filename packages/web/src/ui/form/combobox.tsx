import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { nextIndex } from '../list-keys.ts';
import { useWords } from '../words.tsx';
import { matchesText, shownOptions } from './combobox-matches.ts';
import type { Matches, Option } from './combobox-matches.ts';
import './combobox.css';
import { Field } from './field.tsx';
import type { ControlProps } from './field.tsx';
import type { Bound } from './inputs.tsx';

export type ComboboxProps = Bound<string> & {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly options: readonly Option[];
  /** What stands in it though nobody may choose it any more. */
  readonly standing?: Option;
  readonly matches?: Matches;
  /** Told what is typed, for options that come from the server. */
  readonly onType?: (typed: string) => void;
};

type Control = ComboboxProps & { readonly control: ControlProps };

function OptionList(props: {
  readonly id: string;
  readonly label: string;
  readonly shown: readonly Option[];
  readonly active: number;
  readonly chosen: string;
  readonly choose: (option: Option) => void;
}): ReactElement {
  return (
    <ul role="listbox" id={props.id} aria-label={props.label} className="ui-combobox-list">
      {props.shown.map((option, at) => (
        <li
          key={option.value}
          id={`${props.id}-${at}`}
          role="option"
          aria-selected={option.value === props.chosen}
          className={at === props.active ? 'ui-active' : ''}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.choose(option)}
        >
          {option.label}
          {option.note === undefined ? null : <span className="ui-second">{option.note}</span>}
        </li>
      ))}
    </ul>
  );
}

function useCombobox({ options, standing, value, matches = matchesText, ...told }: ComboboxProps) {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const { onChange, onType } = told;
  const chosen = options.find((option) => option.value === value) ?? standing;
  const shown = typed === undefined ? [] : shownOptions(options, typed, matches);
  const type = (text: string): void => {
    setTyped(text);
    setActive(0);
    onType?.(text);
  };
  const choose = (option: Option): void => {
    setTyped(undefined);
    onChange(option.value);
  };
  const leave = (): void => {
    if (typed === '' && value !== '') onChange('');
    setTyped(undefined);
  };
  const press = (event: KeyboardEvent): void => {
    const isLetter = event.key.length === 1;
    const next = isLetter ? undefined : nextIndex(event.key, active, shown.length);
    const option = shown[active];
    if (event.key === 'Escape' && typed !== undefined) setTyped(undefined);
    else if (event.key === 'Enter' && option !== undefined) choose(option);
    else if (event.key === 'ArrowDown' && typed === undefined) type('');
    else if (next !== undefined && event.key.startsWith('Arrow')) setActive(next);
    else return;
    event.preventDefault();
  };
  return {
    text: typed ?? chosen?.label ?? '',
    isOpen: typed !== undefined,
    active,
    shown,
    type,
    choose,
    leave,
    press,
  };
}

function ComboboxControl(props: Control): ReactElement {
  const words = useWords();
  const id = useId();
  const box = useCombobox(props);
  const hasList = box.isOpen && box.shown.length > 0;
  return (
    <div className="ui-combobox">
      <input
        {...props.control}
        name={props.name}
        className="ui-input"
        role="combobox"
        autoComplete="off"
        aria-expanded={hasList}
        aria-controls={hasList ? id : undefined}
        aria-activedescendant={hasList ? `${id}-${box.active}` : undefined}
        value={box.text}
        placeholder={props.placeholder}
        onChange={(event) => box.type(event.currentTarget.value)}
        onClick={() => (box.isOpen ? undefined : box.type(''))}
        onBlur={box.leave}
        onKeyDown={box.press}
      />
      {hasList ? (
        <OptionList
          id={id}
          label={props.label}
          shown={box.shown}
          active={box.active}
          chosen={props.value}
          choose={box.choose}
        />
      ) : null}
      {box.isOpen && !hasList ? (
        <p className="ui-combobox-list ui-combobox-none" role="status">
          {words.noMatch}
        </p>
      ) : null}
    </div>
  );
}

/** One of many, found by typing: letters, characters or whatever `matches` understands. */
export function Combobox(props: ComboboxProps): ReactElement {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} required={props.required === true}>
      {(control) => <ComboboxControl {...props} control={control} />}
    </Field>
  );
}
