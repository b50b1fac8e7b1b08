import { MOST_IMPORTS, type IMPORT_STATUSES } from '@xiaoer/contract/imports';
import type { FileId, PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { ReadDb, Tx } from '../../db/transact.ts';
import type { Write } from '../../db/write-batch.ts';
import type { ImportReport } from './report.ts';

export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export type ImportRow = {
  readonly import_id: string;
  readonly file_id: FileId;
  readonly person_id: PersonId;
  readonly status: ImportStatus;
  readonly total_rows: number;
  readonly done_rows: number;
  readonly report: ImportReport | null;
  readonly created_at: Instant;
  readonly name: string;
  readonly sha256: string;
};

type NewImport = {
  readonly tenantId: number;
  readonly importId: string;
  readonly fileId: string;
  readonly personId: string;
  readonly now: Instant;
};

export const importWrite = ({ tenantId, importId, fileId, personId, now }: NewImport): Write => ({
  table: 'import_job',
  insert: [
    {
      tenant_id: tenantId,
      import_id: importId,
      file_id: fileId,
      person_id: personId,
      status: 'checking',
      total_rows: 0,
      done_rows: 0,
      created_at: now,
      changed_at: now,
    },
  ],
});

export const importRow = async (
  db: ReadDb | Tx,
  importId: string,
  lock: '' | 'for update of i' = '',
): Promise<ImportRow | undefined> => {
  const [row] = await db.query<ImportRow>(
    `select i.import_id, i.file_id, i.person_id, i.status, i.total_rows, i.done_rows, i.report, i.created_at,
       f.name, f.sha256
     from import_job i join file f on f.tenant_id = i.tenant_id and f.file_id = i.file_id
     where i.tenant_id = $1 and i.import_id = $2 ${lock}`,
    [db.scope.tenantId, importId],
  );
  return row;
};

export type ImportListed = Omit<ImportRow, 'person_id' | 'done_rows' | 'report' | 'sha256'> & {
  readonly rows_with_errors: number;
};

/** The latest imports of a person, without what their rows have to say. */
export const importsOf = (db: ReadDb, personId: PersonId): Promise<readonly ImportListed[]> =>
  db.query<ImportListed>(
    `select i.import_id, i.file_id, f.name, i.status, i.total_rows, i.created_at,
       coalesce((i.report->>'rowsWithErrors')::integer, 0) as rows_with_errors
     from import_job i join file f on f.tenant_id = i.tenant_id and f.file_id = i.file_id
     where i.tenant_id = $1 and i.person_id = $2
     order by i.created_at desc, i.import_id desc limit ${MOST_IMPORTS}`,
    [db.scope.tenantId, personId],
  );

type Move = {
  readonly to: ImportStatus;
  readonly from: readonly ImportStatus[];
  readonly now: Instant;
  readonly report?: ImportReport;
};

/** Moves an import on; false when it is not where it was thought to be. */
export const moveImport = async (
  tx: Tx,
  importId: string,
  { to, from, now, report }: Move,
): Promise<boolean> => {
  const rows = await tx.query(
    `update import_job set status = $3, changed_at = $5, done_rows = case when $3 = 'committed' then total_rows else 0 end,
       report = coalesce($6::jsonb, report),
       total_rows = coalesce(($6::jsonb->>'rows')::integer, total_rows)
     where tenant_id = $1 and import_id = $2 and status = any($4) returning 1`,
    [tx.scope.tenantId, importId, to, from, now, report === undefined ? null : JSON.stringify(report)],
  );
  return rows.length > 0;
};

/** How far it is. False: somebody cancelled it. */
export const noteProgress = async (
  tx: Tx,
  importId: string,
  { done, total }: { readonly done: number; readonly total: number },
): Promise<boolean> => {
  const rows = await tx.query<{ status: ImportStatus }>(
    `update import_job set done_rows = $3, total_rows = $4 where tenant_id = $1 and import_id = $2
     returning status`,
    [tx.scope.tenantId, importId, done, total],
  );
  return rows[0] !== undefined && rows[0].status !== 'cancelled';
};
