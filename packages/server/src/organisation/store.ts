import type { OrganisationCommand, OrganisationContext } from '@xiaoer/domain/organisation/commands';
import { decide } from '@xiaoer/domain/organisation/decide';
import type { OrganisationEvent } from '@xiaoer/domain/organisation/events';
import { evolve } from '@xiaoer/domain/organisation/evolve';
import { organisationAccess } from '@xiaoer/domain/organisation/permissions';
import type { OrganisationRefusal } from '@xiaoer/domain/organisation/refusals';
import type { OrganisationState } from '@xiaoer/domain/organisation/state';
import { pathToRoot } from '@xiaoer/domain/kernel/tree';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
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

const contextOf = (
  { organisations, organisationTree }: Configuration,
  situation: Situation<OrganisationState, OrganisationCommand>,
): OrganisationContext => {
  const parentId = parentNamed(situation);
  const parent = parentId === undefined ? undefined : organisations.get(parentId);
  return {
    now: situation.now,
    today: dateOf(situation.now),
    actor: situation.actor,
    ...(parent && {
      parent: { path: pathToRoot(organisationTree, parent.id), active: parent.standing.active },
    }),
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
  context: async (tx, situation) => contextOf(await configuration(tx), situation),
  columns: ({ name, kind, parentId, standing }) => ({
    name,
    kind,
    parent_id: parentId ?? null,
    active: standing.active,
  }),
  isConfiguration: () => true,
});
