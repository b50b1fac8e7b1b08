import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../words.tsx';
import type { FieldSpec, FieldValues } from './field-spec.ts';
import { initialValues } from './field-spec.ts';
import { changedMeanwhile, valueWords } from './meanwhile.ts';
import './meanwhile.css';
import type { FormState } from './use-form.ts';

type Begins = { readonly fields: readonly FieldSpec[]; readonly initial?: FieldValues };
const beginning = ({ fields, initial }: Begins): FieldValues => initialValues(fields, initial);

/**
 * Follows the record that an open form is about. `names` are the fields that somebody else changed since it was opened;
 * those the person left alone show the new value already.
 */
export function useMeanwhile(
  form: FormState<Record<string, FieldValues[string]>>,
  now: Begins,
  isBusy: boolean,
): readonly string[] {
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
  return names;
}

/** That somebody else changed the record, which fields, how they stand now, and what to do. */
export function Meanwhile({
  now,
  names,
}: {
  readonly now: Begins;
  readonly names: readonly string[];
}): ReactElement {
  const words = useWords();
  const fresh = beginning(now);
  return (
    <div className="ui-meanwhile" role="alert">
      <b>{words.changedMeanwhile}</b>
      {names.length === 0 ? null : (
        <ul>
          {now.fields
            .filter(({ name }) => names.includes(name))
            .map((spec) => (
              <li key={spec.name}>{words.isNow(spec.label, valueWords(spec, fresh[spec.name]))}</li>
            ))}
        </ul>
      )}
      <p>{words.changedNext}</p>
    </div>
  );
}
