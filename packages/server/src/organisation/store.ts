import type { OrganisationCommand, OrganisationContext } from '@xiaoer/domain/organisation/commands';
import { decide } from '@xiaoer/domain/organisation/decide';
import type { OrganisationEvent } from '@xiaoer/domain/organisation/events';
import { evolve } from '@xiaoer/domain/organisation/evolve';
import { organisationAccess } from '@xiaoer/domain/organisation/permissions';
import type { OrganisationRefusal } from '@xiaoer/domain/organisation/refusals';
import type { OrganisationState } from '@xiaoer/domain/organisation/state';
import type { OrganisationId } from '@xiaoer/domain/kernel/ids';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type OrganisationStore = AggregateStore<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationRefusal,
  OrganisationContext
>;

const parentNamed = ({ state, command }: Situation<OrganisationState, OrganisationCommand>) =>
  command.type === 'RegisterOrganisation' || command.type === 'MoveOrganisation'
    ? command.parentId
    : state?.parentId;

/** Open demands that a unit owns or leads, or of which it owes a piece of work; not the review of a closed one. */
const openDemandsOf = async (tx: Tx, unitId: OrganisationId): Promise<number> => {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from (
       select demand_id from demand
       where tenant_id = $1 and closed_at is null and (owner_unit_id = $2 or lead_unit_id = $2)
       union select d.demand_id from demand_work w join demand d using (tenant_id, demand_id)
       where tenant_id = $1 and w.unit_id = $2 and d.closed_at is null) held`,
    [tx.scope.tenantId, unitId],
  );
  return row?.n ?? 0;
};

const contextOf = async (
  tx: Tx,
  { organisations, organisationTree }: Configuration,
  situation: Situation<OrganisationState, OrganisationCommand>,
): Promise<OrganisationContext> => {
  const parentId = parentNamed(situation);
  const parent = parentId === undefined ? undefined : organisations.get(parentId);
  return {
    now: situation.now,
    today: dateOf(situation.now),
    actor: situation.actor,
    ...(parent && {
      parent: { path: pathToRoot(organisationTree, parent.id), active: parent.standing.active },
    }),
    openDemands:
      situation.command.type === 'CloseOrganisation' && situation.state !== undefined
        ? await openDemandsOf(tx, situation.state.id)
        : 0,
    hasActiveChildren: [...organisations.values()].some(
      ({ parentId, standing }) => parentId === situation.state?.id && standing.active,
    ),
  };
};

export const organisationStore = (configuration: ReadConfiguration): OrganisationStore => ({
  aggregate: 'organisation',
  table: 'organisation',
  key: 'organisation_id',
  decider: { decide, evolve },
  access: organisationAccess,
  context: async (tx, situation) => contextOf(tx, await configuration(tx), situation),
  columns: ({ name, kind, parentId, standing }) => ({
    name,
    kind,
    parent_id: parentId ?? null,
    active: standing.active,
  }),
  isConfiguration: () => true,
});
