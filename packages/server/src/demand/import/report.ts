import type { ImportKey, importMessage, importReport } from '@xiaoer/contract/imports';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';
import type { z } from 'zod';

export type ImportMessage = z.input<typeof importMessage>;
export type ImportReport = z.input<typeof importReport>;

/** More would only be scrolled past; the rest is counted. */
const MOST_MESSAGES = 1_000;

const factsOf = (facts: Refusal['facts']): ImportReport['messages'][number]['facts'] =>
  ({ ...facts }) as never;

export const messageOf = (
  severity: ImportMessage['severity'],
  at: { readonly rowNumber: number; readonly key: string | null; readonly columnLetters?: string },
  { code, facts }: Refusal,
): ImportMessage => ({
  severity,
  rowNumber: at.rowNumber,
  key: at.key,
  columnLetters: at.columnLetters ?? null,
  code,
  facts: factsOf(facts),
});

/** The column a field of the command comes from. */
const KEY_OF: Readonly<Record<string, ImportKey>> = {
  'particulars.title': 'title',
  'particulars.text': 'text',
  'particulars.category': 'category',
  'particulars.timesOccurred': 'times',
  'particulars.lossFenPerOccurrence': 'loss',
  'source.reference': 'reference',
};

/** What the domain refuses of a row, said at the column it is about. */
export const messageOfRefusal = (rowNumber: number, refusal: Refusal): ImportMessage =>
  messageOf('error', { rowNumber, key: KEY_OF[String(refusal.facts['field'])] ?? null }, refusal);

export const refusedReport = ({ code, facts }: Refusal): ImportReport => ({
  refusal: { code, facts: factsOf(facts) },
  sheetName: '',
  unknownHeaders: [],
  rows: 0,
  rowsWithErrors: 0,
  messages: [],
  more: 0,
});

type Found = {
  readonly sheetName: string;
  readonly unknownHeaders: readonly string[];
  readonly rows: number;
  readonly messages: readonly ImportMessage[];
};

/** Errors before notes, each in the order of the sheet. */
export const reportOf = ({ sheetName, unknownHeaders, rows, messages }: Found): ImportReport => {
  const errors = messages.filter(({ severity }) => severity === 'error');
  const inOrder = [...errors, ...messages.filter(({ severity }) => severity === 'note')].sort(
    (one, other) =>
      Number(one.severity === 'note') - Number(other.severity === 'note') || one.rowNumber - other.rowNumber,
  );
  return {
    refusal: null,
    sheetName,
    unknownHeaders: [...unknownHeaders],
    rows,
    rowsWithErrors: new Set(errors.map(({ rowNumber }) => rowNumber)).size,
    messages: inOrder.slice(0, MOST_MESSAGES),
    more: Math.max(0, inOrder.length - MOST_MESSAGES),
  };
};

export const isFree = ({ refusal, rows, rowsWithErrors }: ImportReport): boolean =>
  refusal === null && rows > 0 && rowsWithErrors === 0;
