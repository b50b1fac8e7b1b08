import { useEffect, useRef, useState } from 'react';
import { draftOf, dropDraft, keepDraft } from './draft.ts';
import type { Bound } from './inputs.tsx';
import { placeErrors } from './field-errors.ts';
import type { PointedError } from './field-errors.ts';

type Wrong = { readonly atField: Readonly<Record<string, string>>; readonly elsewhere: readonly string[] };
const NOTHING_WRONG: Wrong = { atField: {}, elsewhere: [] };

export type FormState<Values extends object> = {
  readonly values: Values;
  readonly wrong: Wrong;
  /** Everything an input of this name needs. */
  readonly bind: <Name extends keyof Values & string>(name: Name) => Bound<Values[Name]>;
  readonly set: (change: Partial<Values>) => void;
  /** Puts the server's errors at their fields and moves to the first; what was typed stays. */
  readonly refuse: <Detail>(
    errors: readonly PointedError<Detail>[],
    words: (error: PointedError<Detail>) => string,
  ) => void;
  /** Puts words at one field. */
  readonly refuseField: (name: keyof Values & string, words: string) => void;
  readonly reset: () => void;
  /** It was sent: a draft of it is no longer kept. */
  readonly sent: () => void;
};

/** The first wrong control comes into view once the errors are on the page; of a group of radios the one that is checked. */
function focusFirstWrong(): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
    const control =
      wrong?.querySelector<HTMLElement>('input:checked') ??
      wrong?.querySelector<HTMLElement>('input') ??
      wrong;
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  });
}

/** What was typed before under this name, and keeping what is typed now until it is sent. */
function useDraft<Values extends object>(initial: Values, keptAs: string | undefined) {
  const [values, setValues] = useState(() => (keptAs === undefined ? initial : draftOf(keptAs, initial)));
  const untouched = useRef(values);
  useEffect(() => {
    if (keptAs !== undefined && values !== untouched.current) keepDraft(keptAs, values);
  }, [keptAs, values]);
  const sent = (): void => {
    if (keptAs !== undefined) dropDraft(keptAs);
  };
  return { values, setValues, sent };
}

/**
 * A form's values and errors. Errors never clear what was typed; typing clears that field's error. Under a name what was
 * typed outlives the form: closing it, leaving the page and loading it anew.
 */
export function useForm<Values extends object>(initial: Values, keptAs?: string): FormState<Values> {
  const { values, setValues, sent } = useDraft(initial, keptAs);
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const first = useRef(initial);
  const set = (change: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...change }));
    setWrong((before) => ({
      ...before,
      atField: Object.fromEntries(Object.entries(before.atField).filter(([name]) => !(name in change))),
    }));
  };
  return {
    values,
    wrong,
    set,
    sent,
    bind: (name) => ({
      name,
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<Values>),
      error: wrong.atField[name],
    }),
    refuse: (errors, words) => {
      setWrong(placeErrors(errors, Object.keys(values), words));
      focusFirstWrong();
    },
    refuseField: (name, words) => {
      setWrong({ atField: { [name]: words }, elsewhere: [] });
      focusFirstWrong();
    },
    reset: () => {
      setValues(first.current);
      setWrong(NOTHING_WRONG);
    },
  };
}
