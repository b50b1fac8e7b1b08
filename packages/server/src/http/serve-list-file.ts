import type { QueryOf, Route } from '@xiaoer/contract/route';
import type { Language } from '@xiaoer/domain/access/language';
import { may } from '@xiaoer/domain/permissions';
import type { FastifyInstance } from 'fastify';
import { read, type ReadDb } from '../db/transact.ts';
import { rowOf, sheetOf, speakerOf, type ListFile } from '../documents/list-file.ts';
import { inPages, MOST_ROWS, originOf, sendList, tooLong, type SendDeps } from './send-list.ts';
import { serve, type SessionCall } from './serve.ts';
import { accessUnder, problemOfAccess, type Asked, type ReadDeps, type ReadRule } from './serve-read.ts';

const PAGE = 200;

type Page<Item> = {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: number | null;
};

type Filed<ListRoute, Item> = {
  readonly deps: ReadDeps & SendDeps;
  /** The list on screen, a page at a time. */
  readonly list: ListRoute;
  /** The same as a file. */
  readonly route: Route;
  /** Who may read the list; to take it away one must be allowed to sum up besides. */
  readonly action: ReadRule;
  readonly file: ListFile<Item>;
};

type FileCall = SessionCall<Route> & { readonly query: { readonly language: Language } };

/** Registers the file of a list: all that its page would show, read through the same function a page at a time. */
export const serveListFile = <ListRoute extends Route, Item>(
  app: FastifyInstance,
  { deps, route, action, file }: Filed<ListRoute, Item>,
  pageOf: (db: ReadDb, asked: Asked<ListRoute>) => Promise<Page<Item>>,
): void =>
  serve<Route>(app, { deps, route }, async (call) => {
    const access = accessUnder(action, call.actor);
    if (access !== 'allowed') return problemOfAccess(access);
    const leaving = may(call.actor, 'list.export', undefined);
    if (leaving !== 'allowed') return problemOfAccess(leaving);
    const asked = (call as FileCall).query;
    const { language, ...filter } = asked;
    const pageAt = (cursor?: string): Promise<Page<Item>> =>
      read(deps.pool, call.scope, async (db) => {
        const query = { ...asked, limit: PAGE, count: true, ...(cursor !== undefined && { cursor }) };
        const listed = { ...call, query: query as QueryOf<ListRoute> } as unknown as SessionCall<ListRoute>;
        return pageOf(db, { ...listed, configuration: await deps.configuration(db) });
      });
    const first = await pageAt();
    if ((first.total ?? 0) > MOST_ROWS) return tooLong(MOST_ROWS);
    const speaker = speakerOf({ language, configuration: call.setUp, origin: originOf(call.request) });
    const rows = inPages(async (cursor) => (cursor === undefined ? first : pageAt(cursor)));
    const sent = { list: file.list, format: 'xlsx', language, rows } as const;
    return sendList(
      deps,
      { ...call, query: filter },
      { ...sent, sheet: sheetOf(file, speaker), rowOf: rowOf(file, speaker) },
    );
  });
