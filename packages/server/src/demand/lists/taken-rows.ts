import type { QueryOf } from '@xiaoer/contract/route';
import type { exportDemands } from '@xiaoer/contract/lists';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { Instant } from '@xiaoer/domain/time/instant';
import { read, type RowScope } from '../../db/transact.ts';
import { inPages } from '../../http/send-list.ts';
import { isLongerThan } from '../list-query.ts';
import type { DemandRouteDeps } from '../routes.ts';
import { listPage, type ListRow } from './rows.ts';

export type Taken = {
  readonly actor: PersonActor;
  readonly scope: RowScope;
  readonly now: Instant;
  readonly query: Omit<QueryOf<typeof exportDemands>, 'format'>;
};

const PAGE = 500;

/** Whether a list of demands has more than so many rows. */
export const isTooLong = (deps: DemandRouteDeps, { actor, scope, now, query }: Taken, most: number) =>
  read(deps.pool, scope, async (db) => {
    const configuration = await deps.configuration(db);
    const asked = { ...query, limit: PAGE };
    return isLongerThan(db, { actor, query: asked, now, configuration, cutter: deps.cutter }, most);
  });

/** Every row of a list of demands. */
export const rowsOf = (deps: DemandRouteDeps, { actor, scope, now, query }: Taken): AsyncGenerator<ListRow> =>
  inPages((cursor) =>
    read(deps.pool, scope, async (db) => {
      const configuration = await deps.configuration(db);
      const asked = { ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) };
      return listPage(db, { actor, query: asked, now, configuration, cutter: deps.cutter });
    }),
  );

/** The first `most` rows and whether there are more. */
export const firstRows = async (deps: DemandRouteDeps, taken: Taken, most: number) => {
  const rows: ListRow[] = [];
  for await (const row of rowsOf(deps, taken)) {
    if (rows.length === most) return { rows, more: true };
    rows.push(row);
  }
  return { rows, more: false };
};
