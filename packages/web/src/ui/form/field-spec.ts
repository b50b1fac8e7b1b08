import type { Matches, Option } from './combobox-matches.ts';
import type { Choice } from './inputs.tsx';

export type FieldValue = string | boolean | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/**
 * Where the options of a field come from: a hook, so that they may come from the server as one types. What else the form
 * holds may narrow them.
 */
export type Source = (values: FieldValues) => {
  readonly options: readonly Option[];
  /** What nobody may choose any more, but may stand in a record. */
  readonly closed?: readonly Option[];
  readonly matches?: Matches;
  readonly onType?: (typed: string) => void;
};

type Shared<Name extends string> = {
  /** A path into what is sent: `personal.phone`. */
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Asked only while this holds; what is not asked is not sent. */
  readonly when?: (values: FieldValues) => boolean;
  /** Fields that are empty again once this one is another: a person of the unit that was chosen before. */
  readonly empties?: readonly Name[];
};

/** One field of a form as a value. */
export type FieldSpec<Name extends string = string> = Shared<Name> &
  (
    | {
        readonly kind: 'text' | 'tel' | 'email' | 'password';
        readonly longest?: number;
        readonly placeholder?: string;
      }
    | { readonly kind: 'area' | 'number' | 'day' | 'moment'; readonly longest?: number }
    | { readonly kind: 'choice' | 'chips' | 'ticks'; readonly choices: readonly Choice[] }
    | { readonly kind: 'one'; readonly source: Source; readonly known?: Option | undefined }
    | { readonly kind: 'several'; readonly source: Source; readonly known?: readonly Option[] }
    | { readonly kind: 'yes' }
  );

const EMPTY = { several: [], ticks: [], yes: false } as const;

/** What a form begins with: the given values, and nothing in all other fields. */
export const initialValues = (fields: readonly FieldSpec[], given: FieldValues = {}): FieldValues =>
  Object.fromEntries(
    fields.map(({ name, kind }) => [
      name,
      given[name] ?? (kind in EMPTY ? EMPTY[kind as keyof typeof EMPTY] : ''),
    ]),
  );

const MOMENT_END = ':00.000+08:00';

function sentValue(kind: FieldSpec['kind'], value: FieldValue | undefined): unknown {
  if (typeof value !== 'string') return value;
  const typed = kind === 'password' ? value : value.trim();
  if (typed === '') return undefined;
  // What is not a number goes as it was typed: the server says so at the field.
  if (kind === 'number') return Number.isNaN(Number(typed)) ? typed : Number(typed);
  return kind === 'moment' ? typed + MOMENT_END : typed;
}

type Sent = { [name: string]: unknown };

function place(into: Sent, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inner = (into[first] ?? {}) as Sent;
  into[first] = inner;
  place(inner, rest, value);
}

/**
 * What is sent: names with dots become objects, empty fields are left out, fields that are not asked too. An object with a
 * required field goes even when it is empty: what is missing is then said at the field.
 */
export function sentBody(fields: readonly FieldSpec[], values: FieldValues): Sent {
  const sent: Sent = {};
  for (const { name, kind, required, when } of fields) {
    if (when?.(values) === false) continue;
    const value = sentValue(kind, values[name]);
    const path = name.split('.');
    if (value !== undefined || (required === true && path.length > 1)) place(sent, path, value);
  }
  return sent;
}
