import type { importState } from '@xiaoer/contract/imports';
import { IMPORT_KEYS } from '@xiaoer/contract/imports';
import type { ImportKey } from '@xiaoer/contract/imports';
import type { AnswerBody } from '../../lib/client/call.ts';

export type ImportState = AnswerBody<typeof importState>;
export type ImportReport = NonNullable<ImportState['report']>;
export type ImportMessage = ImportReport['messages'][number];

/** Fields of a demand that come from a column of another name. */
const COLUMN_OF_FIELD: Readonly<Record<string, ImportKey>> = {
  enterpriseId: 'enterprise',
  territoryId: 'territory',
  timesOccurred: 'times',
  lossFenPerOccurrence: 'loss',
};

/** The column a message is about; a refusal of the demand itself names its field among the facts. */
export function columnOf({ key, facts }: ImportMessage): ImportKey | undefined {
  const field = String(facts['field'] ?? '')
    .split(/[./]/)
    .at(-1);
  const name = key ?? COLUMN_OF_FIELD[field ?? ''] ?? field;
  return IMPORT_KEYS.find((each) => each === name);
}

export type ImportStanding = ImportState['status'] | 'wrong';

/** How an import stands; a checked one with errors, or without any row, cannot go on. */
export const standingOf = ({
  status,
  totalRows,
  rowsWithErrors,
}: {
  readonly status: ImportState['status'];
  readonly totalRows: number;
  readonly rowsWithErrors: number;
}): ImportStanding => (status === 'checked' && (rowsWithErrors > 0 || totalRows === 0) ? 'wrong' : status);

export const isUnderWay = (status: ImportState['status'] | undefined): boolean =>
  status === 'checking' || status === 'committing';
