import { registerTerritory, territories, TERRITORY_CHANGES } from '@xiaoer/contract/territory';
import type { TerritoryState } from '@xiaoer/domain/territory/state';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import type { TerritoryStore } from './store.ts';

type Row = { readonly version: number; readonly state: TerritoryState };

const itemOf = ({ version, state }: Row) => ({
  id: state.id,
  version,
  name: state.name,
  nameEn: state.nameEn ?? null,
  kind: state.kind,
  parentId: state.parentId ?? null,
  active: state.standing.active,
  closedOn: state.standing.active ? null : state.standing.closedOn,
});

/** The tree of territories and every command on it. */
export const territoryRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: TerritoryStore,
): void => {
  serveRead(app, { deps, route: territories, action: 'anyone' }, async (db) => {
    const rows = await db.query<Row>(
      'select version, state from territory where tenant_id = $1 order by name, territory_id',
      [db.scope.tenantId],
    );
    return { body: { items: rows.map(itemOf) } };
  });
  serveOpening(app, {
    deps,
    store,
    route: registerTerritory,
    opens: { type: 'RegisterTerritory', id: 'territoryId' },
  });
  serveChanges(app, { deps, store, routes: TERRITORY_CHANGES, mints: {} });
};
