import {
  ORGANISATION_CHANGES,
  organisations,
  organisationsFile,
  registerOrganisation,
} from '@xiaoer/contract/organisation';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { listFile } from './list-file.ts';
import { lettersOf, unitPage, unitRows } from './queries.ts';
import type { OrganisationStore } from './store.ts';

const itemOf = ({ version, state }: Awaited<ReturnType<typeof unitRows>>[number]) => ({
  id: state.id,
  version,
  name: state.name,
  nameEn: state.nameEn ?? null,
  letters: lettersOf(state),
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
  serveRead(app, { deps, route: organisations, action: 'directory.read' }, async (db) => ({
    body: { items: (await unitRows(db)).map(itemOf) },
  }));
  serveListFile(
    app,
    { deps, list: organisationsFile, route: organisationsFile, action: 'directory.read', file: listFile },
    unitPage,
  );
  serveOpening(app, {
    deps,
    store,
    route: registerOrganisation,
    opens: { type: 'RegisterOrganisation', id: 'organisationId' },
  });
  serveChanges(app, { deps, store, routes: ORGANISATION_CHANGES, mints: {} });
};
