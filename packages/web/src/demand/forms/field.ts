import type { demandDetail } from '@xiaoer/contract/demand-views';
import type { VerdictGrade } from '@xiaoer/domain/demand/vocabulary';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { AnswerBody } from '../../lib/client/call.ts';
import type { Language } from '../../lib/messages/catalogue.ts';
import type { DemandFieldKey } from '../../lib/messages/demand-field-texts.ts';
import type { DemandWordKey } from '../../lib/messages/zh-CN/demand-words.ts';
import type { Directory } from '../directory.ts';

/** What a form may look at when it opens: the demand as it was loaded, who asks, and whom one may name. */
export type Asked = {
  readonly detail: AnswerBody<typeof demandDetail>;
  readonly personId: string;
  readonly today: LocalDate;
  readonly directory: Directory;
  /** Which of several pieces of work is meant: a task, a step, a notice. */
  readonly workKey?: string;
  readonly language: Language;
  readonly word: (key: DemandWordKey) => string;
  readonly label: (key: DemandFieldKey) => string;
};

export type Choice = { readonly value: string; readonly label: string };
export type HolderValue = { readonly unitId: string; readonly personId: string };

type Labelled = {
  readonly label: DemandFieldKey;
  readonly required: boolean;
  /** Said under it where it holds of this demand. */
  readonly hint?: (asked: Asked) => string | undefined;
  /** Asked only when the values typed so far call for it. */
  readonly when?: (values: Values) => boolean;
};
type Initial<Value> = { readonly initial?: (asked: Asked) => Value };

export type TextField = Labelled &
  Initial<string> & { readonly kind: 'line' | 'area'; readonly most: number };
export type DayField = Labelled & Initial<string> & { readonly kind: 'day' };
export type NumberField = Labelled & Initial<string> & { readonly kind: 'number' | 'yuan' };
export type TickField = Labelled & Initial<boolean> & { readonly kind: 'tick' };
export type FilesField = Labelled & { readonly kind: 'files' };
export type ChoiceField<Value extends string = string> = Labelled &
  Initial<string> & {
    readonly kind: 'chips' | 'select' | 'search';
    readonly options: (asked: Asked) => readonly Choice[];
    /** What stands in the record though it is no longer in use: it may stay, and says so. */
    readonly standing?: (asked: Asked) => Choice | undefined;
    /** Never read: keeps the type of the values. */
    readonly value?: Value;
  };
export type HolderField<Person extends 'named' | 'open' = 'named' | 'open'> = Labelled &
  Initial<HolderValue> & { readonly kind: 'holder'; readonly person: Person };
export type ManyField = Labelled & Initial<readonly string[]> & { readonly kind: 'units' | 'people' };
export type GradeField = Labelled & { readonly kind: 'grade' };
export type DemandField = Labelled & { readonly kind: 'demand'; readonly closed: boolean };

/** A field that may stand in a row of a small table. */
export type CellField = TextField | DayField | NumberField | ChoiceField | HolderField;
export type Cells = Readonly<Record<string, CellField>>;
export type RowsField<Columns extends Cells = Cells> = Labelled & {
  readonly kind: 'rows';
  readonly columns: Columns;
  readonly least: number;
  readonly most: number;
  readonly initial?: (asked: Asked) => readonly RowValue[];
};

export type Field = CellField | TickField | FilesField | ManyField | GradeField | DemandField | RowsField;
export type Fields = Readonly<Record<string, Field>>;

export type CellValue = string | HolderValue;
export type RowValue = Readonly<Record<string, CellValue>>;
export type FieldValue = CellValue | boolean | readonly File[] | readonly string[] | readonly RowValue[];
export type Values = Readonly<Record<string, FieldValue>>;

type Holder<Person extends 'named' | 'open'> = Person extends 'named'
  ? { unitId: string; personId: string }
  : { unitId: string; personId?: string };
type CellOf<F> =
  F extends HolderField<infer Person>
    ? Holder<Person>
    : F extends NumberField
      ? number
      : F extends ChoiceField<infer Value>
        ? Value
        : string;

/** What a field comes to in a request; only fields that are filled in have a value. */
export type SentOf<F> =
  F extends RowsField<infer Columns>
    ? { [Name in keyof Columns]: CellOf<Columns[Name]> }[]
    : F extends FilesField | ManyField
      ? string[]
      : F extends TickField
        ? boolean
        : F extends GradeField
          ? VerdictGrade
          : CellOf<F>;
export type Sent<F extends Fields> = {
  [Name in keyof F]: F[Name] extends { required: true } | FilesField | TickField | RowsField | ManyField
    ? SentOf<F[Name]>
    : SentOf<F[Name]> | undefined;
};

export const isCell = (field: Field): field is CellField =>
  ['line', 'area', 'day', 'number', 'yuan', 'chips', 'select', 'search', 'holder'].includes(field.kind);
