import type { QueryOf } from '@xiaoer/contract/route';
import type { exportDemands } from '@xiaoer/contract/lists';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { Instant } from '@xiaoer/domain/time/instant';
import { read, type RowScope } from '../../db/transact.ts';
import type { DemandRouteDeps } from '../routes.ts';
import { logExported, type Export } from './export-log.ts';
import { listPage, type ListRow } from './rows.ts';

export type Taken = {
  readonly actor: PersonActor;
  readonly scope: RowScope;
  readonly now: Instant;
  readonly query: Omit<QueryOf<typeof exportDemands>, 'format'>;
};

const PAGE = 500;

/** Every row of a list, a page at a time, so that no list is ever whole in memory or holds a transaction open. */
export async function* rowsOf(deps: DemandRouteDeps, taken: Taken): AsyncGenerator<ListRow> {
  const { actor, scope, now, query } = taken;
  for (let cursor: string | undefined | null; cursor !== null;) {
    const page: Awaited<ReturnType<typeof listPage>> = await read(deps.pool, scope, async (db) => {
      const configuration = await deps.configuration(db);
      const asked = { ...query, limit: PAGE, ...(cursor && { cursor }) };
      return listPage(db, { actor, query: asked, now, configuration, cutter: deps.cutter });
    });
    yield* page.items;
    cursor = page.next;
  }
}

/** The first `most` rows and whether there are more. */
export const firstRows = async (deps: DemandRouteDeps, taken: Taken, most: number) => {
  const rows: ListRow[] = [];
  for await (const row of rowsOf(deps, taken)) {
    if (rows.length === most) return { rows, more: true };
    rows.push(row);
  }
  return { rows, more: false };
};

/** `2022-06-01 10:00`. */
const moment = (now: Instant): string => now.slice(0, 16).replace('T', ' ');

export const markOf = (name: string, now: Instant): string => `导出人：${name}    导出时间：${moment(now)}`;

type Marked<Row> = {
  readonly rows: AsyncIterable<ListRow>;
  readonly rowOf: (row: ListRow) => Row;
  /** The last row, which says who took the list. */
  readonly mark: (count: number) => Row;
};

/** The rows as written, then the mark; the count goes into the log when the last one has left. */
export async function* markedRows<Row>(
  deps: DemandRouteDeps,
  taken: Export,
  { rows, rowOf, mark }: Marked<Row>,
): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    yield rowOf(row);
  }
  yield mark(count);
  await logExported(deps.pool, taken, count);
}
