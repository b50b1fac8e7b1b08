import type { FieldSpec, FieldValue, FieldValues } from './field-spec.ts';

const isSame = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export type Meanwhile = {
  /** What the form takes over: the fields that the person left as they were. */
  readonly taken: FieldValues;
  /** Names of all fields that somebody else changed. */
  readonly changed: readonly string[];
};

/** What somebody else changed while a form was open. What was typed stays. */
export function changedMeanwhile(began: FieldValues, now: FieldValues, typed: FieldValues): Meanwhile {
  const changed = Object.keys(now).filter((name) => !isSame(began[name], now[name]));
  const untouched = changed.filter((name) => isSame(typed[name], began[name]));
  return { taken: Object.fromEntries(untouched.map((name) => [name, now[name] ?? ''])), changed };
}

const labelsOf = (
  options: readonly { readonly value: string; readonly label: string }[],
  value: FieldValue | undefined,
): readonly string[] => {
  const chosen = Array.isArray(value) ? value : [value];
  return options.filter((option) => chosen.includes(option.value)).map(({ label }) => label);
};

/** Whether a field holds nothing; a tick that is not set holds a no. */
export const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value in the words that the field itself has for it; none where only its source would know them. */
export function valueWords(spec: FieldSpec, value: FieldValue | undefined): readonly string[] {
  switch (spec.kind) {
    case 'yes':
    case 'password':
      return [];
    case 'choice':
    case 'chips':
    case 'ticks':
      return labelsOf(spec.choices, value);
    case 'one':
      return labelsOf(spec.known === undefined ? [] : [spec.known], value);
    case 'several':
      return labelsOf(spec.known ?? [], value);
    default:
      return typeof value === 'string' && value !== '' ? [value] : [];
  }
}
