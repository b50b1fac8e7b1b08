import { openPackage, PACKAGE_CHANGES, packageDetail, packages } from '@xiaoer/contract/package';
import type { PackageId } from '@xiaoer/domain/kernel/ids';
import { mayListPackages } from '@xiaoer/domain/package/permissions';
import type { FastifyInstance } from 'fastify';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { read } from '../db/transact.ts';
import { quotedNumber } from '../http/quoted-number.ts';
import { problemOf } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import { serveChanges } from '../http/serve-changes.ts';
import { serveCommand, type CommandDeps } from '../http/serve-command.ts';
import { packageOf, packagePage } from './queries.ts';
import type { PackageStore } from './store.ts';

export type PackageRouteDeps = CommandDeps & { readonly configuration: ReadConfiguration };

const NOT_FOUND = { problem: problemOf('request.not-found') };

/** Opening packages, filling them, and how far they are. */
export const packageRoutes = (app: FastifyInstance, deps: PackageRouteDeps, store: PackageStore): void => {
  serve(app, { deps, route: packages }, async ({ actor, scope, query }) => {
    if (!mayListPackages(actor)) return NOT_FOUND;
    return {
      body: await read(deps.pool, scope, async (db) => packagePage(db, query, await deps.configuration(db))),
    };
  });
  serve(app, { deps, route: packageDetail }, async ({ actor, scope, params }) => {
    if (!mayListPackages(actor)) return NOT_FOUND;
    const found = await read(deps.pool, scope, async (db) =>
      packageOf(db, params.id, { actor, configuration: await deps.configuration(db) }),
    );
    return found === undefined ? NOT_FOUND : { body: found, version: found.version };
  });
  serveCommand(app, { deps, route: openPackage, store }, ({ body, now }) => {
    const packageId = deps.newId() as PackageId;
    return {
      id: packageId,
      isNew: true,
      command: { type: 'OpenPackage' as const, packageId, number: quotedNumber(now), ...body },
    };
  });
  serveChanges(app, { deps, store, routes: PACKAGE_CHANGES, mints: {} });
};
