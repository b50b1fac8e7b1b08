import { DEMAND_CHANGES, registerDemand, settleOnTheSpot, type DemandChange } from '@xiaoer/contract/demand-commands';
import type { DemandId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import { serveCommand, type CommandDeps } from '../http/serve-command.ts';
import { changeOf, registrationOf, settlementOf } from './commands.ts';
import { demandNumber } from './number.ts';
import type { DemandStore } from './store.ts';

/** Every command on demands. */
export const demandRoutes = (app: FastifyInstance, deps: CommandDeps, store: DemandStore): void => {
  const mint = <Id extends string>(): Id => deps.newId() as Id;
  serveCommand(app, { deps, route: registerDemand, store }, ({ body, now }) => {
    const demandId = mint<DemandId>();
    return { id: demandId, command: registrationOf(body, { demandId, number: demandNumber(now) }) };
  });
  serveCommand(app, { deps, route: settleOnTheSpot, store }, ({ body, now }) => {
    const demandId = mint<DemandId>();
    return { id: demandId, command: settlementOf(body, { demandId, number: demandNumber(now) }) };
  });
  for (const type of Object.keys(DEMAND_CHANGES) as readonly DemandChange[])
    serveCommand(app, { deps, route: DEMAND_CHANGES[type], store }, ({ params, body }) => ({
      id: params.id,
      command: changeOf(type, body, mint),
    }));
};
