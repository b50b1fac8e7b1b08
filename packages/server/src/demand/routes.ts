import {
  DEMAND_CHANGES,
  registerDemand,
  settleOnTheSpot,
  type DemandChange,
} from '@xiaoer/contract/demand-commands';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { isStaff } from '@xiaoer/domain/access/judge';
import { may } from '@xiaoer/domain/permissions';
import { demandDetail, demands, desk } from '@xiaoer/contract/demand-views';
import type { DemandId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { serveCommand, type CommandDeps } from '../http/serve-command.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { read } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import type { Cutter } from '../words/cutter.ts';
import { checkFiles } from './check-files.ts';
import { deskOf } from './desk-query.ts';
import { demandWithStory } from './detail-query.ts';
import { demandPage } from './list-query.ts';
import { changeOf, registrationOf, settlementOf } from './commands.ts';
import type { DemandStore } from './store.ts';

export type DemandRouteDeps = CommandDeps & {
  readonly configuration: ReadConfiguration;
  readonly cutter: Cutter;
  /** Mints the number people quote. */
  readonly newNumber: (now: Instant) => string;
};

const isStaffReader = (actor: PersonActor): boolean =>
  isStaff(actor) && may(actor, 'demand.read', undefined) === 'allowed';

/** Lists, details and the desk are the staff's; an enterprise reads its own demands through the portal. */
const serveDemandReads = (app: FastifyInstance, deps: DemandRouteDeps): void => {
  serve(app, { deps, route: demands }, async ({ actor, scope, query, now, setUp }) => {
    if (!isStaffReader(actor)) return { problem: problemOf('request.not-found') };
    const asked = { actor, query, now, configuration: setUp, cutter: deps.cutter };
    return { json: await read(deps.pool, scope, (db) => demandPage(db, asked)), ascii: true };
  });
  serve(app, { deps, route: demandDetail }, async ({ actor, scope, params, now, setUp }) => {
    if (!isStaffReader(actor)) return { problem: problemOf('request.not-found') };
    const found = await read(deps.pool, scope, (db) =>
      demandWithStory(db, { id: params.id, actor, now, configuration: setUp }),
    );
    return found ?? { problem: problemOf('request.not-found') };
  });
  serve(app, { deps, route: desk }, async ({ actor, scope, now, setUp }) => {
    if (!isStaffReader(actor)) return { problem: problemOf('request.not-found') };
    const json = await read(deps.pool, scope, (db) => deskOf(db, { actor, now, configuration: setUp }));
    return { json, ascii: true };
  });
};

/** Every command on demands. */
export const demandRoutes = (app: FastifyInstance, deps: DemandRouteDeps, store: DemandStore): void => {
  const mint = <Id extends string>(): Id => deps.newId() as Id;
  const check = checkFiles(deps.pool);
  serveCommand(app, { deps, route: registerDemand, store, check }, ({ body, now }) => {
    const demandId = mint<DemandId>();
    return {
      id: demandId,
      isNew: true,
      command: registrationOf(body, { demandId, number: deps.newNumber(now) }),
    };
  });
  serveCommand(app, { deps, route: settleOnTheSpot, store, check }, ({ body, now }) => {
    const demandId = mint<DemandId>();
    return {
      id: demandId,
      isNew: true,
      command: settlementOf(body, { demandId, number: deps.newNumber(now) }),
    };
  });
  serveDemandReads(app, deps);
  for (const type of Object.keys(DEMAND_CHANGES) as readonly DemandChange[])
    serveCommand(app, { deps, route: DEMAND_CHANGES[type], store, check }, ({ params, body }) => ({
      id: params.id,
      command: changeOf(type, body, mint),
    }));
};
