import { randomUUID } from 'node:crypto';
import type {
  EnterpriseId,
  OrganisationId,
  PersonId,
  TenantId,
  TerritoryId,
} from '@xiaoer/domain/kernel/ids';
import type { Role } from '@xiaoer/domain/access/role';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Typed } from '../execute/store.ts';
import { setUpZone, type SetUpDeps } from '../set-up.ts';
import { creditCode } from './credit-code.ts';

type Run = (
  aggregate: string,
  id: string,
  command: Typed & Readonly<Record<string, unknown>>,
) => Promise<unknown>;
type Furnishing = {
  readonly deps: SetUpDeps;
  readonly tenantId: TenantId;
  readonly run: Run;
  readonly now: Instant;
};

/** The zone office holds the desk; `one` and `two` are departments with a head and a handler each. */
type Units = Readonly<Record<'office' | 'one' | 'two', OrganisationId>>;
type Territories = Readonly<Record<'zone' | 'park', TerritoryId>>;

const ROLES = {
  desk: { name: '综合岗', role: 'desk', unit: 'office' },
  officer: { name: '周专员', role: 'officer', unit: 'office' },
  guide: { name: '吴指导', role: 'guide', unit: 'office' },
  leader: { name: '郑主任', role: 'leader', unit: 'office' },
  inspector: { name: '督查岗', role: 'inspector', unit: 'office' },
  headOne: { name: '赵科长', role: 'unit-head', unit: 'one' },
  handlerOne: { name: '钱承办', role: 'handler', unit: 'one' },
  headTwo: { name: '孙科长', role: 'unit-head', unit: 'two' },
  handlerTwo: { name: '李承办', role: 'handler', unit: 'two' },
} as const satisfies Record<string, { name: string; role: Role; unit: keyof Units }>;

export type Furnished = {
  readonly units: Units;
  readonly territories: Territories;
  readonly enterpriseId: EnterpriseId;
  readonly siteId: string;
  /** `contact` speaks for the enterprise. */
  readonly people: Readonly<Record<keyof typeof ROLES | 'admin' | 'contact', PersonId>>;
};

const ADMINISTRATOR = { name: '管理员', account: 'admin', passwordHash: 'nobody signs in with this' };

const department = async (run: Run, name: string, parentId: OrganisationId): Promise<OrganisationId> => {
  const organisationId = randomUUID() as OrganisationId;
  await run('organisation', organisationId, {
    type: 'RegisterOrganisation',
    organisationId,
    name,
    kind: 'department',
    calendar: 'department',
    parentId,
  });
  return organisationId;
};

const person = async (
  run: Run,
  personal: { readonly name: string; readonly phone?: string },
  unitId?: OrganisationId,
): Promise<PersonId> => {
  const personId = randomUUID() as PersonId;
  await run('person', personId, { type: 'RegisterPerson', personId, personal, unitId });
  return personId;
};

const staff = async (
  { run, now }: Furnishing,
  { units, territories }: { readonly units: Units; readonly territories: Territories },
) => {
  const people: Record<string, PersonId> = {};
  let number = 0;
  for (const [key, { name, role, unit }] of Object.entries(ROLES)) {
    number += 1;
    const personId = await person(run, { name, phone: `1390000000${number}` }, units[unit]);
    await run('person', personId, {
      type: 'GrantRole',
      grantId: randomUUID(),
      role,
      unitId: units[unit],
      from: dateOf(now),
      ...(role !== 'handler' && role !== 'unit-head' && { territoryId: territories.zone }),
    });
    people[key] = personId;
  }
  return people as Record<keyof typeof ROLES, PersonId>;
};

/** An enterprise in the park, with its officer and a contact who may sign in. */
const enterprise = async (
  { run, now }: Furnishing,
  { territoryId, officerId }: { readonly territoryId: TerritoryId; readonly officerId: PersonId },
) => {
  const enterpriseId = randomUUID() as EnterpriseId;
  const siteId = randomUUID();
  const from = dateOf(now);
  await run('enterprise', enterpriseId, {
    type: 'RegisterEnterprise',
    enterpriseId,
    name: '重庆长安新能源有限公司',
    shortName: '长安新能源',
    creditCode: creditCode(1),
    stage: 'production',
    tags: ['highTech'],
    site: { siteId, name: '一厂', territoryId, address: '云汉大道1号', tenure: 'owned' },
  });
  const contact = await person(run, { name: '王经理', phone: '13800138000' });
  await run('person', contact, {
    type: 'GrantContactRole',
    grantId: randomUUID(),
    enterpriseId,
    from,
  });
  await run('enterprise', enterpriseId, {
    type: 'AddContact',
    contactId: randomUUID(),
    personId: contact,
    role: 'liaison',
    from,
  });
  await run('enterprise', enterpriseId, {
    type: 'AssignTeamMember',
    memberId: randomUUID(),
    personId: officerId,
    role: 'serviceOfficer',
    from,
  });
  return { enterpriseId, siteId, contact };
};

/** Makes the tenant and everybody in it through the same commands as a person would. */
export const furnish = async (furnishing: Furnishing): Promise<Furnished> => {
  const { deps, tenantId, run, now } = furnishing;
  const tenant = { tenantId, code: 'east', name: '东区', nameEn: 'East Zone', sample: true };
  const zone = await setUpZone(deps, { tenant, administrator: ADMINISTRATOR, now });
  if (zone === undefined) throw new Error('the tenant is there already');
  const office = zone.organisationId;
  const units: Units = {
    office,
    one: await department(run, '经济发展局', office),
    two: await department(run, '规划建设局', office),
  };
  const park = randomUUID() as TerritoryId;
  await run('territory', park, {
    type: 'RegisterTerritory',
    territoryId: park,
    name: '水土片区',
    kind: 'park',
    parentId: zone.territoryId,
  });
  const territories = { zone: zone.territoryId, park };
  const people = await staff(furnishing, { units, territories });
  const { enterpriseId, siteId, contact } = await enterprise(furnishing, {
    territoryId: park,
    officerId: people.officer,
  });
  return {
    units,
    territories,
    enterpriseId,
    siteId,
    people: { ...people, admin: zone.administratorId, contact },
  };
};
