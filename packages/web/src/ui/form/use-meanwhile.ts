import { useState } from 'react';
import { useWords } from '../words.tsx';
import type { ChangeTold } from './changed-note.tsx';
import type { FieldSpec, FieldValues } from './field-spec.ts';
import { initialValues } from './field-spec.ts';
import { changedMeanwhile, isEmpty, valueWords } from './meanwhile.ts';
import type { FormState } from './use-form.ts';

type Begins = { readonly fields: readonly FieldSpec[]; readonly initial?: FieldValues };
const beginning = ({ fields, initial }: Begins): FieldValues => initialValues(fields, initial);

/**
 * Follows the record that an open form is about, and tells which fields somebody else changed since it was opened, as they
 * stand now; those the person left alone show the new value already.
 */
export function useMeanwhile(
  form: FormState<Record<string, FieldValues[string]>>,
  now: Begins,
  isBusy: boolean,
): readonly ChangeTold[] {
  const words = useWords();
  const [began, setBegan] = useState(() => beginning(now));
  const [names, setNames] = useState<readonly string[]>([]);
  const fresh = beginning(now);
  const { taken, changed } = changedMeanwhile(began, fresh, form.values);
  // What I am sending is no news to me.
  if (!isBusy && changed.length > 0) {
    form.set(taken);
    setBegan(fresh);
    setNames([...new Set([...names, ...changed])]);
  }
  return now.fields
    .filter(({ name }) => names.includes(name))
    .map((spec) => {
      const value = fresh[spec.name];
      const text = isEmpty(value)
        ? words.isEmptied(spec.label)
        : words.isNow(spec.label, valueWords(spec, value));
      return { key: spec.name, text };
    });
}
