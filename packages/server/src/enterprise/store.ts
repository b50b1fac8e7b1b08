import type { EnterpriseCommand, EnterpriseContext } from '@xiaoer/domain/enterprise/commands';
import { decide } from '@xiaoer/domain/enterprise/decide';
import type { EnterpriseEvent } from '@xiaoer/domain/enterprise/events';
import { evolve } from '@xiaoer/domain/enterprise/evolve';
import { enterpriseAccess } from '@xiaoer/domain/enterprise/permissions';
import { plainName } from '@xiaoer/domain/enterprise/plain-name';
import type { EnterpriseRefusal } from '@xiaoer/domain/enterprise/refusals';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import { dateOf } from '@xiaoer/domain/time/instant';
import { activePeople, activeTerritories, activeUnits } from '../configuration/active.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import type { AggregateStore, Change, Situation } from '../execute/store.ts';
import type { Cutter } from '../words/cutter.ts';
import { letterKey } from '../words/letter-key.ts';
import { nameLetters } from '../words/pinyin.ts';
import { tsvectorOf } from '../words/tsvector.ts';

export type EnterpriseStore = AggregateStore<
  EnterpriseState,
  EnterpriseCommand,
  EnterpriseEvent,
  EnterpriseRefusal,
  EnterpriseContext
>;

export type EnterpriseStoreDeps = { readonly configuration: ReadConfiguration; readonly cutter: Cutter };

type Named = { readonly name: string };

const creditCodeHolder = async (
  tx: Tx,
  creditCode: string | undefined,
  id: string,
): Promise<string | undefined> => {
  if (creditCode === undefined) return undefined;
  const rows = await tx.query<Named>(
    'select name from enterprise where tenant_id = $1 and credit_code = $2 and enterprise_id <> $3',
    [tx.scope.tenantId, creditCode, id],
  );
  return rows[0]?.name;
};

/** Until the transaction ends nobody else takes the name: two sends at one moment see each other. */
const namesakeOf = async (tx: Tx, id: string, command: EnterpriseCommand): Promise<string | undefined> => {
  if (command.type !== 'RegisterEnterprise' && command.type !== 'RenameEnterprise') return undefined;
  const { tenantId } = tx.scope;
  const name = plainName(command.name);
  await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [tenantId, name]);
  const rows = await tx.query<Named>(
    `select name from enterprise
     where tenant_id = $1 and name_initials = $2 and active and enterprise_id <> $3`,
    [tenantId, letterKey(nameLetters(command.name)), id],
  );
  return rows.find((other) => plainName(other.name) === name)?.name;
};

const territoryNamed = (command: EnterpriseCommand) => {
  if (command.type === 'RegisterEnterprise') return command.site.territoryId;
  return command.type === 'AddSite' || command.type === 'ChangeSite' ? command.territoryId : undefined;
};

const contextOf = async (
  tx: Tx,
  { id, command, now, actor }: Situation<EnterpriseState, EnterpriseCommand>,
  read: ReadConfiguration,
): Promise<EnterpriseContext> => {
  const configuration = await read(tx);
  const unitId = 'organisationId' in command ? command.organisationId : undefined;
  const personId = 'personId' in command ? command.personId : undefined;
  const creditCode = 'creditCode' in command ? command.creditCode : undefined;
  return {
    now,
    today: dateOf(now),
    actor,
    creditCodeHolder: await creditCodeHolder(tx, creditCode, id),
    namesake: await namesakeOf(tx, id, command),
    activeTerritoryIds: activeTerritories(configuration, [territoryNamed(command)]),
    activeUnitIds: activeUnits(configuration, [unitId]),
    activePersonIds: await activePeople(tx, configuration, [personId]),
  };
};

const columnsOf = (enterprise: EnterpriseState, cutter: Cutter) => {
  const { name, shortName, creditCode, sites } = enterprise;
  const letters = nameLetters(name);
  const site = sites.find(({ open }) => open) ?? sites[0];
  return {
    name,
    name_initials: letterKey(letters),
    name_syllables: letters.syllables,
    credit_code: creditCode ?? null,
    territory_id: site?.territoryId,
    stage: enterprise.stage,
    growth: enterprise.growth,
    size_class: enterprise.size?.sizeClass ?? null,
    tags: enterprise.tags,
    active: enterprise.presence.here,
    tsv: tsvectorOf(cutter.indexTerms([name, shortName, creditCode].join(' '))),
  };
};

const teamWrite = ({ tenantId, id, after }: Change<EnterpriseState, EnterpriseEvent>): Write => ({
  table: 'enterprise_team',
  upsert: after.team.map(({ memberId, role, personId, from, to }) => ({
    tenant_id: tenantId,
    enterprise_id: id,
    member_id: memberId,
    role,
    person_id: personId,
    from_on: from,
    to_on: to ?? null,
  })),
  key: ['tenant_id', 'enterprise_id', 'member_id'],
});

/** Keeps enterprises with their sites, contacts, service team and liaison people. */
export const enterpriseStore = ({ configuration, cutter }: EnterpriseStoreDeps): EnterpriseStore => ({
  aggregate: 'enterprise',
  table: 'enterprise',
  key: 'enterprise_id',
  decider: { decide, evolve },
  access: enterpriseAccess,
  context: (tx, situation) => contextOf(tx, situation, configuration),
  columns: (enterprise) => columnsOf(enterprise, cutter),
  unverified: ['tsv'],
  enterpriseOf: ({ id }) => id,
  projections: (change) => (change.before?.team === change.after.team ? [] : [teamWrite(change)]),
});
