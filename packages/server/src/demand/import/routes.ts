import {
  cancelImport,
  commitImport,
  importList,
  importState,
  importTemplate,
  startImport,
} from '@xiaoer/contract/imports';
import type { Problem } from '@xiaoer/contract/problem';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { isStaff } from '@xiaoer/domain/access/judge';
import type { FileId, Id } from '@xiaoer/domain/kernel/ids';
import { may } from '@xiaoer/domain/permissions';
import type { FastifyInstance } from 'fastify';
import { read, transact } from '../../db/transact.ts';
import { writeBatch } from '../../db/write-batch.ts';
import { fileWrite } from '../../files/file-rows.ts';
import { receiveUpload } from '../../files/receive-upload.ts';
import { sendFile } from '../../files/send-file.ts';
import type { FileRoom } from '../../files/file-room.ts';
import { problemOf, problemOfRefusal } from '../../http/problem.ts';
import { withRawBodies } from '../../http/raw-body.ts';
import { serve } from '../../http/serve.ts';
import { jobWrite } from '../../workers/jobs.ts';
import type { DemandRouteDeps } from '../routes.ts';
import { CHECK_JOB, COMMIT_JOB } from './import-job.ts';
import {
  importRow,
  importsOf,
  importWrite,
  moveImport,
  type ImportRow,
  type ImportStatus,
} from './import-rows.ts';
import { isFree } from './report.ts';
import { templateWorkbook } from './template.ts';

export type ImportRouteDeps = DemandRouteDeps & { readonly files: FileRoom };

const NOT_FOUND = { problem: problemOf('request.not-found') };

const mayNotImport = (actor: PersonActor): Problem | undefined => {
  if (!isStaff(actor)) return problemOf('request.not-found');
  return may(actor, 'RegisterDemand', undefined) === 'allowed' ? undefined : problemOf('access.forbidden');
};

const SHEET_BYTES = 20 * 1024 * 1024;

const serveStart = (app: FastifyInstance, deps: ImportRouteDeps): Promise<void> =>
  withRawBodies(app, (raw) =>
    serve(raw, { deps, route: startImport }, async ({ actor, scope, query, request, now }) => {
      const problem = mayNotImport(actor);
      if (problem !== undefined) return { problem };
      const options = { keepPosition: false, mostBytes: SHEET_BYTES };
      const received = await receiveUpload(deps.files, request.raw, options);
      if (!received.accepted) return { problem: problemOfRefusal(received.refusal) };
      if (received.value.kind !== 'xlsx') return { problem: problemOf('file.notAllowed') };
      const { tenantId } = scope;
      const importId = deps.newId() as Id<'import'>;
      const fileId = deps.newId() as FileId;
      const file = { tenantId, fileId, received: received.value, name: query.name, now };
      const job = { jobId: deps.newId(), tenantId, subjectId: importId, runAt: now };
      await transact(deps.pool, { tenantId }, async (tx) => {
        await writeBatch(tx, [
          fileWrite(file, { uploadedBy: actor.personId }),
          importWrite({ tenantId, importId, fileId, personId: actor.personId, now }),
          jobWrite(CHECK_JOB, job),
        ]);
        return { answer: undefined, keep: true };
      });
      return { body: { importId } };
    }),
  );

const isOwn = (row: ImportRow | undefined, actor: PersonActor): row is ImportRow =>
  row !== undefined && row.person_id === actor.personId;

const commitProblem = ({ status, report }: ImportRow): Problem | undefined => {
  if (status === 'checking') return problemOf('import.not-checked');
  if (status !== 'checked') return problemOf('import.over');
  return report !== null && isFree(report) ? undefined : problemOf('import.has-errors');
};

type Moved = { readonly problem: Problem } | { readonly body: { readonly status: ImportStatus } };

const serveCommit = (app: FastifyInstance, deps: ImportRouteDeps): void =>
  serve(app, { deps, route: commitImport }, async ({ actor, scope, params, now }) => {
    const { tenantId } = scope;
    return transact<Moved>(deps.pool, { tenantId }, async (tx) => {
      const row = await importRow(tx, params.id, 'for update of i');
      if (!isOwn(row, actor)) return { answer: NOT_FOUND, keep: false };
      const problem = mayNotImport(actor) ?? commitProblem(row);
      if (problem !== undefined) return { answer: { problem }, keep: false };
      await moveImport(tx, params.id, { to: 'committing', from: ['checked'], now });
      const job = { jobId: deps.newId(), tenantId, subjectId: params.id, runAt: now };
      await writeBatch(tx, [jobWrite(COMMIT_JOB, job)]);
      return { answer: { body: { status: 'committing' } }, keep: true };
    });
  });

const serveCancel = (app: FastifyInstance, deps: ImportRouteDeps): void =>
  serve(app, { deps, route: cancelImport }, async ({ actor, scope, params, now }) =>
    transact<Moved>(deps.pool, { tenantId: scope.tenantId }, async (tx) => {
      const row = await importRow(tx, params.id, 'for update of i');
      if (!isOwn(row, actor)) return { answer: NOT_FOUND, keep: false };
      const from = ['checking', 'checked', 'committing'] as const;
      const moved = await moveImport(tx, params.id, { to: 'cancelled', from, now });
      if (!moved) return { answer: { problem: problemOf('import.over') }, keep: false };
      return { answer: { body: { status: 'cancelled' } }, keep: true };
    }),
  );

const serveTemplate = (app: FastifyInstance, deps: ImportRouteDeps): void =>
  serve(app, { deps, route: importTemplate }, async ({ actor, scope, reply }) => {
    if (mayNotImport(actor) !== undefined) return NOT_FOUND;
    const book = await read(deps.pool, scope, async (db) => templateWorkbook(await deps.configuration(db)));
    sendFile(reply, { name: '诉求导入模板.xlsx', mediaType: importTemplate.gives ?? '' }, book);
    return { sent: true };
  });

const serveReads = (app: FastifyInstance, deps: ImportRouteDeps): void => {
  serve(app, { deps, route: importState }, async ({ actor, scope, params }) => {
    const row = await read(deps.pool, { tenantId: scope.tenantId }, (db) => importRow(db, params.id));
    if (!isOwn(row, actor)) return NOT_FOUND;
    return {
      body: {
        importId: row.import_id,
        fileId: row.file_id,
        name: row.name,
        status: row.status,
        totalRows: row.total_rows,
        doneRows: row.done_rows,
        report: row.report,
        createdAt: row.created_at,
      },
    };
  });
  serve(app, { deps, route: importList }, async ({ actor, scope }) => {
    const problem = mayNotImport(actor);
    if (problem !== undefined) return { problem };
    const rows = await read(deps.pool, { tenantId: scope.tenantId }, (db) => importsOf(db, actor.personId));
    return {
      body: {
        items: rows.map((row) => ({
          importId: row.import_id,
          fileId: row.file_id,
          name: row.name,
          status: row.status,
          totalRows: row.total_rows,
          rowsWithErrors: row.rows_with_errors,
          createdAt: row.created_at,
        })),
      },
    };
  });
};

/** Sheets of demands: sent, checked by row, then registered all or none; each by whoever sent it. */
export const importRoutes = async (app: FastifyInstance, deps: ImportRouteDeps): Promise<void> => {
  await serveStart(app, deps);
  serveTemplate(app, deps);
  serveReads(app, deps);
  serveCommit(app, deps);
  serveCancel(app, deps);
};
