import { ORGANISATION_CHANGES, organisations, registerOrganisation } from '@xiaoer/contract/organisation';
import type { OrganisationState } from '@xiaoer/domain/organisation/state';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import type { OrganisationStore } from './store.ts';

type Row = { readonly version: number; readonly state: OrganisationState };

const itemOf = ({ version, state }: Row) => ({
  id: state.id,
  version,
  name: state.name,
  nameEn: state.nameEn ?? null,
  kind: state.kind,
  calendar: state.calendar,
  parentId: state.parentId ?? null,
  active: state.standing.active,
  closedOn: state.standing.active ? null : state.standing.closedOn,
});

/** The tree of units and every command on it. */
export const organisationRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: OrganisationStore,
): void => {
  serveRead(app, { deps, route: organisations, action: 'directory.read' }, async (db) => {
    const rows = await db.query<Row>(
      'select version, state from organisation where tenant_id = $1 order by name, organisation_id',
      [db.scope.tenantId],
    );
    return { body: { items: rows.map(itemOf) } };
  });
  serveOpening(app, {
    deps,
    store,
    route: registerOrganisation,
    opens: { type: 'RegisterOrganisation', id: 'organisationId' },
  });
  serveChanges(app, { deps, store, routes: ORGANISATION_CHANGES, mints: {} });
};
