import type {
  EnterpriseId,
  OrganisationId,
  PersonId,
  ProjectId,
  TerritoryId,
} from '@xiaoer/domain/kernel/ids';
import { covers } from '@xiaoer/domain/kernel/day-span';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Tx } from '../db/transact.ts';
import { isActiveStaff, isActiveTerritory, isActiveUnit, type Configuration } from './configuration.ts';

/** Ids as a command names them; those it leaves out are undefined. */
type Named<Id> = readonly (Id | undefined)[];

const present = <Id>(ids: Named<Id>): readonly Id[] => [...new Set(ids.flatMap((id) => id ?? []))];

export const activeUnits = (configuration: Configuration, ids: Named<OrganisationId>) =>
  present(ids).filter((id) => isActiveUnit(configuration, id));

export const activeTerritories = (configuration: Configuration, ids: Named<TerritoryId>) =>
  present(ids).filter((id) => isActiveTerritory(configuration, id));

/** Staff are known from the set-up; contacts and liaison people are looked up, locked so that they stay active. */
export const activePeople = async (
  tx: Tx,
  configuration: Configuration,
  ids: Named<PersonId>,
): Promise<readonly PersonId[]> => {
  const wanted = present(ids);
  const others = wanted.filter((id) => !configuration.staff.has(id));
  const rows =
    others.length === 0
      ? []
      : await tx.query<{ person_id: PersonId }>(
          `select person_id from person where tenant_id = $1 and person_id = any($2) and standing = 'active'
           for share`,
          [tx.scope.tenantId, others],
        );
  const found = new Set(rows.map((row) => row.person_id));
  return wanted.filter((id) => found.has(id) || isActiveStaff(configuration, id));
};

/** Enterprises that are here. */
export const activeEnterprises = async (
  tx: Tx,
  ids: Named<EnterpriseId>,
): Promise<readonly EnterpriseId[]> => {
  const wanted = present(ids);
  if (wanted.length === 0) return [];
  const rows = await tx.query<{ enterprise_id: EnterpriseId }>(
    'select enterprise_id from enterprise where tenant_id = $1 and enterprise_id = any($2) and active for share',
    [tx.scope.tenantId, wanted],
  );
  return rows.map((row) => row.enterprise_id);
};

export const isKnownProject = async (tx: Tx, id: ProjectId): Promise<boolean> => {
  const rows = await tx.query('select 1 from project where tenant_id = $1 and project_id = $2', [
    tx.scope.tenantId,
    id,
  ]);
  return rows.length > 0;
};

/** The units somebody on staff works in on a day: their own, and those in which they hold a role then. */
export const unitsOfStaff = (
  { staff }: Configuration,
  personId: PersonId | undefined,
  day: LocalDate,
): readonly OrganisationId[] => {
  const person = personId === undefined ? undefined : staff.get(personId);
  if (person?.standing.kind !== 'active') return [];
  const held = person.grants.filter((grant) => covers(grant, day));
  return present([person.unitId, ...held.map(({ unitId }) => unitId)]);
};
