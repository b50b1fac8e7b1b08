import {
  openPackage,
  PACKAGE_CHANGES,
  packageDetail,
  packages,
  packagesFile,
} from '@xiaoer/contract/package';
import type { Access, PersonActor } from '@xiaoer/domain/access/actor';
import type { PackageId } from '@xiaoer/domain/kernel/ids';
import { mayListPackages } from '@xiaoer/domain/package/permissions';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { serveChanges } from '../http/serve-changes.ts';
import { serveCommand, type CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { listFile } from './list-file.ts';
import { packageOf, packagePage } from './queries.ts';
import type { PackageStore } from './store.ts';

export type PackageRouteDeps = CommandDeps & ReadDeps & { readonly newNumber: (now: Instant) => string };

const action = (actor: PersonActor): Access => (mayListPackages(actor) ? 'allowed' : 'hidden');

/** Opening packages, filling them, and how far they are. */
export const packageRoutes = (app: FastifyInstance, deps: PackageRouteDeps, store: PackageStore): void => {
  serveRead(app, { deps, route: packages, action }, async (db, asked) => ({
    body: await packagePage(db, asked),
  }));
  serveListFile(app, { deps, list: packages, route: packagesFile, action, file: listFile }, packagePage);
  serveRead(app, { deps, route: packageDetail, action }, async (db, asked) => {
    const body = await packageOf(db, asked.params.id, asked);
    return body && { body, version: body.version };
  });
  serveCommand(app, { deps, route: openPackage, store }, ({ body, now }) => {
    const packageId = deps.newId() as PackageId;
    return {
      id: packageId,
      isNew: true,
      command: { type: 'OpenPackage' as const, packageId, number: deps.newNumber(now), ...body },
    };
  });
  serveChanges(app, { deps, store, routes: PACKAGE_CHANGES, mints: {} });
};
