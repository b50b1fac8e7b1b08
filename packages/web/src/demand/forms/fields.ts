import type { DemandFieldKey } from '../../lib/messages/demand-field-texts.ts';
import type { DemandWordKey } from '../../lib/messages/zh-CN/demand-words.ts';
import type {
  Asked,
  Cells,
  Choice,
  ChoiceField,
  DayField,
  DemandField,
  FilesField,
  GradeField,
  HolderField,
  HolderValue,
  ManyField,
  NumberField,
  RowsField,
  TextField,
  TickField,
  Values,
} from './field.ts';

const BODY = 10_000;

/** One line of text. */
export const line = (label: DemandFieldKey, most = 200) =>
  ({ kind: 'line', label, most, required: true }) as const satisfies TextField;

/** Several lines of text. */
export const area = (label: DemandFieldKey, most = BODY) =>
  ({ kind: 'area', label, most, required: true }) as const satisfies TextField;

export const day = (label: DemandFieldKey) =>
  ({ kind: 'day', label, required: true }) as const satisfies DayField;

/** A day that is today until somebody says otherwise. */
export const dayToday = (label: DemandFieldKey) =>
  ({ kind: 'day', label, required: true, initial: ({ today }: Asked) => today }) as const satisfies DayField;

export const number = (label: DemandFieldKey) =>
  ({ kind: 'number', label, required: true }) as const satisfies NumberField;

/** Typed in yuan, sent in fen. */
export const yuan = (label: DemandFieldKey) =>
  ({ kind: 'yuan', label, required: true }) as const satisfies NumberField;

export const tick = (label: DemandFieldKey) =>
  ({ kind: 'tick', label, required: false }) as const satisfies TickField;

export const attached = (label: DemandFieldKey = 'files') =>
  ({ kind: 'files', label, required: false }) as const satisfies FilesField;

/** One of the domain's own list, all in sight. */
export const chips = <const Value extends string>(
  label: DemandFieldKey,
  values: readonly Value[],
  key: (value: Value) => DemandWordKey,
): ChoiceField<Value> & { readonly required: true } => ({
  kind: 'chips',
  label,
  required: true,
  options: ({ word }) => values.map((value) => ({ value, label: word(key(value)) })),
});

/** One of what the demand itself holds; the only one is chosen already. */
export const pick = (label: DemandFieldKey, options: (asked: Asked) => readonly Choice[]) =>
  ({
    kind: 'select',
    label,
    required: true,
    options,
    initial: (asked: Asked) => {
      const all = options(asked);
      const meant = all.find(({ value }) => value === asked.workKey);
      return meant?.value ?? (all.length === 1 ? (all[0]?.value ?? '') : '');
    },
  }) as const satisfies ChoiceField;

/** One of many, found by typing. */
export const find = (label: DemandFieldKey, options: (asked: Asked) => readonly Choice[]) =>
  ({ kind: 'search', label, required: true, options }) as const satisfies ChoiceField;

/** A unit, and a person in it when one is named already. */
export const unitMaybePerson = (label: DemandFieldKey, initial?: (asked: Asked) => HolderValue) =>
  ({
    kind: 'holder',
    label,
    required: true,
    person: 'open',
    ...(initial ? { initial } : {}),
  }) as const satisfies HolderField<'open'>;

export const unitAndPerson = (label: DemandFieldKey) =>
  ({ kind: 'holder', label, required: true, person: 'named' }) as const satisfies HolderField<'named'>;

export const several = (label: DemandFieldKey, kind: 'units' | 'people') =>
  ({ kind, label, required: true }) as const satisfies ManyField;

/** The five grades. */
export const grade = (label: DemandFieldKey) =>
  ({ kind: 'grade', label, required: true }) as const satisfies GradeField;

/** Another demand, found by number or title. */
export const otherDemand = (label: DemandFieldKey, closed: boolean) =>
  ({ kind: 'demand', label, required: true, closed }) as const satisfies DemandField;

/** Rows of a small table; the first ones stand there empty. */
export const rows = <const Columns extends Cells>(
  label: DemandFieldKey,
  columns: Columns,
  { least, most }: { readonly least: number; readonly most: number },
): RowsField<Columns> & { readonly required: boolean } => ({
  kind: 'rows',
  label,
  columns,
  least,
  most,
  required: least > 0,
});

/** The same field, which may stay empty. */
export const maybe = <F extends { readonly required: boolean }>(
  field: F,
): Omit<F, 'required'> & { readonly required: false } => ({ ...field, required: false });

/** The same field, asked only when the values typed so far call for it. */
export const askedWhen = <F extends { readonly required: boolean }>(
  when: (values: Values) => boolean,
  field: F,
): Omit<F, 'required'> & { readonly required: true; readonly when: (values: Values) => boolean } => ({
  ...field,
  required: true,
  when,
});
