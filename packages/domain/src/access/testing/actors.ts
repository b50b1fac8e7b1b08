import type { EnterpriseId, OrganisationId, PersonId, TenantId, TerritoryId } from '../../kernel/ids.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Grant, PersonActor, SystemActor } from '../actor.ts';
import type { Role } from '../role.ts';

const TENANT = 1 as TenantId;

type Reach = {
  readonly units?: readonly string[];
  readonly territories?: readonly string[];
  readonly enterprise?: string;
  readonly onBehalfOf?: string;
};

export const grant = (role: Role, reach: Reach = {}): Grant => ({
  role,
  organisationIds: (reach.units ?? []) as readonly OrganisationId[],
  territoryIds: (reach.territories ?? []) as readonly TerritoryId[],
  ...(reach.enterprise !== undefined && { enterpriseId: reach.enterprise as EnterpriseId }),
  ...(reach.onBehalfOf !== undefined && { onBehalfOf: reach.onBehalfOf as PersonId }),
});

export const person = (name: string, ...grants: readonly Grant[]): PersonActor => ({
  kind: 'person',
  today: '2022-06-10' as LocalDate,
  tenantId: TENANT,
  personId: name as PersonId,
  grants,
});

export const system: SystemActor = { kind: 'system', tenantId: TENANT };
