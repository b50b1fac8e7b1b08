import { people, peopleFile, person, PERSON_CHANGES, registerPerson } from '@xiaoer/contract/person';
import { may } from '@xiaoer/domain/permissions';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { listFile } from './list-file.ts';
import { peoplePage, personDetail } from './queries.ts';
import type { PersonStore } from './store.ts';

/** People, their roles and cover, and every command on them. */
export const personRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: PersonStore,
): void => {
  serveRead(app, { deps, route: people, action: 'directory.read' }, async (db, asked) => ({
    body: await peoplePage(db, asked),
  }));
  serveListFile(
    app,
    { deps, list: people, route: peopleFile, action: 'directory.read', file: listFile },
    peoplePage,
  );
  serveRead(app, { deps, route: person, action: 'anyone' }, async (db, asked) => {
    const { actor, params } = asked;
    const own = params.id === actor.personId;
    if (!own && may(actor, 'directory.read', undefined) !== 'allowed') return undefined;
    const body = await personDetail(db, asked);
    return body && { body, version: body.version };
  });
  serveOpening(app, {
    deps,
    store,
    route: registerPerson,
    opens: { type: 'RegisterPerson', id: 'personId' },
  });
  serveChanges(app, {
    deps,
    store,
    routes: PERSON_CHANGES,
    mints: {
      GrantRole: 'grantId',
      GrantContactRole: 'grantId',
      NameStandIn: 'standInId',
      RecordAbsence: 'absenceId',
      DelegateDuties: 'delegationId',
    },
  });
};
