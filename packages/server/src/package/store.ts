import type { DemandId, EnterpriseId, OrganisationId } from '@xiaoer/domain/kernel/ids';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { PackageCommand } from '@xiaoer/domain/package/commands';
import { decide, type PackageContext } from '@xiaoer/domain/package/decide';
import type { PackageEvent, PackageLead } from '@xiaoer/domain/package/events';
import { evolve } from '@xiaoer/domain/package/evolve';
import { packageAccess } from '@xiaoer/domain/package/permissions';
import type { PackageRefusalCode } from '@xiaoer/domain/package/refusals';
import type { Package } from '@xiaoer/domain/package/state';
import { packageAtOnce } from '@xiaoer/domain/reactions/package-reactions';
import type { Reaction } from '@xiaoer/domain/reactions/reaction';
import { dateOf } from '@xiaoer/domain/time/instant';
import { demandSettingsOf, isActiveUnit, type Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { Step } from '../execute/step.ts';
import type { AggregateStore, Situation } from '../execute/store.ts';

export type PackageStore = AggregateStore<
  Package,
  PackageCommand,
  PackageEvent,
  PackageRefusalCode,
  PackageContext
>;

type PackageSituation = Situation<Package, PackageCommand>;

const leadUnits = (
  configuration: Configuration,
  lead: PackageLead | undefined,
): readonly OrganisationId[] => {
  const person = lead && configuration.staff.get(lead.personId);
  if (person?.standing.kind !== 'active') return [];
  const units = [person.unitId, ...person.grants.map((grant) => grant.unitId)].flatMap((id) => id ?? []);
  return units.filter((unitId) => isActiveUnit(configuration, unitId));
};

const namedDemand = async (
  tx: Tx,
  demandId: DemandId | undefined,
): Promise<PackageContext['facts']['demand']> => {
  if (demandId === undefined) return undefined;
  const [row] = await tx.query<{ enterprise_id: EnterpriseId; closed: boolean; packaged: boolean }>(
    `select enterprise_id, closed_at is not null as closed, package_id is not null as packaged
     from demand where tenant_id = $1 and demand_id = $2 for update`,
    [tx.scope.tenantId, demandId],
  );
  return row && { demandId, enterpriseId: row.enterprise_id, closed: row.closed, inPackage: row.packaged };
};

const openParts = async (tx: Tx, parts: readonly DemandId[]): Promise<readonly DemandId[]> => {
  const rows = await tx.query<{ demand_id: DemandId }>(
    `select demand_id from demand where tenant_id = $1 and demand_id = any($2) and closed_at is null
     order by demand_id`,
    [tx.scope.tenantId, parts],
  );
  return rows.map(({ demand_id }) => demand_id);
};

const contextOf = async (
  tx: Tx,
  read: ReadConfiguration,
  { state, command, actor, now }: PackageSituation,
): Promise<PackageContext> => {
  const [configuration, demand, open] = await Promise.all([
    read(tx),
    namedDemand(tx, 'demandId' in command ? command.demandId : undefined),
    openParts(tx, state?.demandIds ?? []),
  ]);
  const settings = demandSettingsOf(configuration, dateOf(now));
  invariant(settings, 'a zone opens its settings before it has packages');
  return {
    now,
    actor,
    settings: { maxTitle: settings.maxText.title, maxReason: settings.maxText.note },
    facts: {
      leadUnitIds: leadUnits(configuration, 'lead' in command ? command.lead : undefined),
      ...(demand && { demand }),
      openParts: open,
    },
  };
};

export type PackageStoreDeps = {
  readonly configuration: ReadConfiguration;
  /** A command on another stream, bound to the store of its aggregate. */
  readonly stepFor: (reaction: Reaction) => readonly Step[];
};

/** Keeps packages: several demands of one enterprise under one lead. */
export const packageStore = ({ configuration, stepFor }: PackageStoreDeps): PackageStore => ({
  aggregate: 'package',
  table: 'demand_package',
  key: 'package_id',
  mintedUnder: 'demand_package_number_key',
  decider: { decide, evolve },
  access: packageAccess,
  context: (tx, situation) => contextOf(tx, configuration, situation),
  columns: ({ enterpriseId, number, title, status }) => ({
    enterprise_id: enterpriseId,
    number,
    title,
    status,
  }),
  enterpriseOf: ({ enterpriseId }) => enterpriseId,
  atOnce: (event, state) => packageAtOnce(event, state).flatMap(stepFor),
});
