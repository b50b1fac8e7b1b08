import { exportDemands, exportLists, threeLists } from '@xiaoer/contract/lists';
import type { Problem } from '@xiaoer/contract/problem';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { isStaff } from '@xiaoer/domain/access/judge';
import { may } from '@xiaoer/domain/permissions';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { read } from '../../db/transact.ts';
import { logExported } from '../../documents/export-log.ts';
import { sendFile } from '../../files/send-file.ts';
import { problemOf } from '../../http/problem.ts';
import {
  fileNameOf,
  inTurn,
  logged,
  MOST_ROWS,
  originOf,
  sendList,
  takenBy,
  tooLong,
  type Leaving as LeavingList,
  type Sending,
} from '../../http/send-list.ts';
import { serve } from '../../http/serve.ts';
import type { DemandRouteDeps } from '../routes.ts';
import { issuerOf } from './issuer.ts';
import { listPage } from './rows.ts';
import { docxRowsOf, sheetOf, sheetRowOf, type ListKind } from './sheets.ts';
import { firstRows, isTooLong, rowsOf, type Taken } from './taken-rows.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A text document is laid out whole in memory. */
const MOST_DOCX_ROWS = 1_000;

const mayExport = (actor: PersonActor): Problem | undefined => {
  if (!isStaff(actor)) return problemOf('request.not-found');
  return may(actor, 'list.export', undefined) === 'allowed' ? undefined : problemOf('access.forbidden');
};

type Leaving = Taken & LeavingList;

const sendSheet = async (
  deps: DemandRouteDeps,
  leaving: Leaving,
  { list, format }: { readonly list: ListKind | 'demands'; readonly format: 'xlsx' | 'csv' },
): Promise<Sending> => {
  if (await isTooLong(deps, leaving, MOST_ROWS)) return tooLong(MOST_ROWS);
  const origin = originOf(leaving.request);
  return sendList(deps, leaving, {
    list,
    format,
    sheet: sheetOf(list),
    rows: rowsOf(deps, leaving),
    rowOf: sheetRowOf(list, (id) => `${origin}/demands/${id}`),
  });
};

const sendDocx = async (deps: DemandRouteDeps, leaving: Leaving, list: ListKind): Promise<Sending> => {
  const { rows, more } = await firstRows(deps, leaving, MOST_DOCX_ROWS);
  if (more) return tooLong(MOST_DOCX_ROWS);
  const taken = await logged(deps, leaving, { list, format: 'docx' });
  const { scope, now, request } = leaving;
  const origin = originOf(request);
  const { threeListsDocx } = await import('../../documents/three-lists-docx.ts');
  const document = await threeListsDocx({
    issuer: await read(deps.pool, scope, async (db) => issuerOf(await deps.configuration(db))),
    asOf: dateOf(now),
    takenBy: takenBy(leaving),
    ...(list !== 'all' && { kinds: [list] }),
    ...docxRowsOf(rows, (id) => `${origin}/demands/${id}`),
  });
  const name = fileNameOf(sheetOf(list).title, leaving, 'docx');
  await logExported(deps.pool, taken, rows.length);
  sendFile(leaving.reply, { name, mediaType: DOCX }, document);
  return { sent: true };
};

/** The three lists on screen, and lists that leave the house as files. */
export const listRoutes = (app: FastifyInstance, deps: DemandRouteDeps): void => {
  serve(app, { deps, route: threeLists }, async ({ actor, scope, query, now }) => {
    if (!isStaff(actor) || may(actor, 'demand.read', undefined) !== 'allowed')
      return { problem: problemOf('request.not-found') };
    return {
      body: await read(deps.pool, scope, async (db) => {
        const configuration = await deps.configuration(db);
        return listPage(db, { actor, query, now, configuration, cutter: deps.cutter });
      }),
    };
  });
  serve(app, { deps, route: exportLists }, async ({ query: { format, ...query }, params, ...call }) => {
    const problem = mayExport(call.actor);
    if (problem !== undefined) return { problem };
    const leaving = { ...call, query };
    return format === 'docx'
      ? inTurn(leaving, params.kind, () => sendDocx(deps, leaving, params.kind))
      : sendSheet(deps, leaving, { list: params.kind, format });
  });
  serve(app, { deps, route: exportDemands }, async ({ query: { format, ...query }, ...call }) => {
    const problem = mayExport(call.actor);
    if (problem !== undefined) return { problem };
    return sendSheet(deps, { ...call, query }, { list: 'demands', format });
  });
};
