import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import { dateOf } from '@xiaoer/domain/time/instant';
import {
  decide,
  evolve,
  visitAccess,
  visitTargetKey,
  type VisitCommand,
  type VisitContext,
  type VisitEvent,
  type VisitRefusal,
  type VisitState,
  type VisitTarget,
} from '@xiaoer/domain/visit/visit';
import {
  activeEnterprises,
  activePeople,
  activeTerritories,
  isKnownProject,
} from '../configuration/active.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type VisitStore = AggregateStore<VisitState, VisitCommand, VisitEvent, VisitRefusal, VisitContext>;

const hasSite = async (
  tx: Tx,
  { enterpriseId, siteId }: Extract<VisitTarget, { kind: 'site' }>,
): Promise<boolean> => {
  const [row] = await tx.query<{ sites: EnterpriseState['sites'] }>(
    `select state -> 'sites' as sites from enterprise where tenant_id = $1 and enterprise_id = $2 and active`,
    [tx.scope.tenantId, enterpriseId],
  );
  return row?.sites.some((site) => site.siteId === siteId) ?? false;
};

const targetExists = async (tx: Tx, configuration: Configuration, target: VisitTarget): Promise<boolean> => {
  switch (target.kind) {
    case 'enterprise':
    case 'workshop':
    case 'institute':
      return (await activeEnterprises(tx, [target.enterpriseId])).length > 0;
    case 'site':
      return hasSite(tx, target);
    case 'project':
      return isKnownProject(tx, target.projectId);
    case 'territory':
      return activeTerritories(configuration, [target.territoryId]).length > 0;
    case 'team':
      return true;
  }
};

/** The enterprise that was visited, itself or through its project. */
const visited = async (tx: Tx, target: VisitTarget): Promise<EnterpriseId | undefined> => {
  if ('enterpriseId' in target) return target.enterpriseId;
  if (target.kind !== 'project') return undefined;
  const [row] = await tx.query<{ enterprise_id: EnterpriseId | null }>(
    'select enterprise_id from project where tenant_id = $1 and project_id = $2',
    [tx.scope.tenantId, target.projectId],
  );
  return row?.enterprise_id ?? undefined;
};

const demandFits = async (tx: Tx, state: VisitState | undefined, command: VisitCommand): Promise<boolean> => {
  const demandId = 'demandId' in command ? command.demandId : undefined;
  if (demandId === undefined || state === undefined) return false;
  const [demand] = await tx.query<{ enterprise_id: EnterpriseId }>(
    'select enterprise_id from demand where tenant_id = $1 and demand_id = $2',
    [tx.scope.tenantId, demandId],
  );
  const enterpriseId = await visited(tx, state.target);
  return demand !== undefined && (enterpriseId === undefined || enterpriseId === demand.enterprise_id);
};

const contextOf = async (
  tx: Tx,
  { command, state, now, actor }: Situation<VisitState, VisitCommand>,
  read: ReadConfiguration,
): Promise<VisitContext> => {
  const judged = { now, today: dateOf(now), actor };
  if (command.type !== 'PlanVisit' && command.type !== 'RecordVisit')
    return {
      ...judged,
      targetExists: true,
      activePersonIds: [],
      demandFits: await demandFits(tx, state, command),
    };
  const configuration = await read(tx);
  return {
    ...judged,
    targetExists: await targetExists(tx, configuration, command.target),
    activePersonIds: await activePeople(tx, configuration, command.visitorIds),
    demandFits: false,
  };
};

const enterpriseOf = ({ target }: VisitState): EnterpriseId | undefined =>
  'enterpriseId' in target ? target.enterpriseId : undefined;

const targetIdOf = (target: VisitTarget): string | null => {
  if ('enterpriseId' in target) return target.enterpriseId;
  if (target.kind === 'project') return target.projectId;
  return target.kind === 'territory' ? target.territoryId : null;
};

/** Keeps who went to see whom, and what was found. */
export const visitStore = (configuration: ReadConfiguration): VisitStore => ({
  aggregate: 'visit',
  table: 'visit',
  key: 'visit_id',
  decider: { decide, evolve },
  access: visitAccess,
  context: (tx, situation) => contextOf(tx, situation, configuration),
  columns: (visit) => ({
    visited_on: visit.on,
    progress: visit.progress.kind,
    target_kind: visit.target.kind,
    target_key: visitTargetKey(visit.target),
    target_id: targetIdOf(visit.target),
    enterprise_id: enterpriseOf(visit) ?? null,
    territory_id: visit.territoryId ?? null,
    visitor_ids: visit.visitorIds,
  }),
  enterpriseOf,
});
