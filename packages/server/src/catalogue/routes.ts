import { addCategory, categories, CATEGORY_CHANGES } from '@xiaoer/contract/catalogue';
import { isStaff } from '@xiaoer/domain/access/judge';
import type { CategoryState } from '@xiaoer/domain/catalogue/state';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import type { CategoryStore } from './store.ts';

type Row = { readonly version: number; readonly state: CategoryState };

const itemOf = ({ version, state }: Row, withEntries: boolean) => ({
  id: state.id,
  version,
  key: state.key,
  names: state.names,
  parentKey: state.parentKey ?? null,
  active: state.active,
  entries: (withEntries ? state.entries : []).map(({ entryId, territoryId, unitId, from, to }) => ({
    entryId,
    territoryId: territoryId ?? null,
    unitId,
    from,
    to: to ?? null,
  })),
});

/** Categories, the catalogue of who handles them, and every command on both. */
export const categoryRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: CategoryStore,
): void => {
  serveRead(app, { deps, route: categories, action: 'anyone' }, async (db, { actor }) => {
    const rows = await db.query<Row>(
      'select version, state from category where tenant_id = $1 order by category_key',
      [db.scope.tenantId],
    );
    return { body: { items: rows.map((row) => itemOf(row, isStaff(actor))) } };
  });
  serveOpening(app, { deps, store, route: addCategory, opens: { type: 'AddCategory', id: 'categoryId' } });
  serveChanges(app, {
    deps,
    store,
    routes: CATEGORY_CHANGES,
    mints: { AddCatalogueEntry: 'entryId' },
  });
};
