import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@xiaoer/domain/access/role';
import type { EnterpriseId, OrganisationId, PersonId, TerritoryId } from '@xiaoer/domain/kernel/ids';
import { dateOf } from '@xiaoer/domain/time/instant';
import { creditCode } from '@xiaoer/server/testing/credit-code';
import { signedInAs, type Caller } from '@xiaoer/server/testing/signed-in-as';
import type { TestHouse } from '@xiaoer/server/testing/test-house';

/** Somebody of a role, with a way to open another session for them. */
export type Somebody = { readonly caller: Caller; readonly again: () => Promise<Caller> };
export type EveryRole = Readonly<Record<Role, Somebody>>;
type Place = { readonly unitId: OrganisationId; readonly territoryId: TerritoryId };

const made = async (
  house: TestHouse,
  aggregate: string,
  command: { type: string; [field: string]: unknown },
) => {
  const id = randomUUID();
  await house.run(aggregate, id, { [`${aggregate}Id`]: id, ...command });
  return id;
};

/** A unit and a park that none of the furnished records lies in, beside those that hold them. */
const placeElsewhere = async (house: TestHouse): Promise<Place> => ({
  unitId: (await made(house, 'organisation', {
    type: 'RegisterOrganisation',
    name: '远郊管委会',
    kind: 'department',
    calendar: 'department',
    parentId: house.units.office,
  })) as OrganisationId,
  territoryId: (await made(house, 'territory', {
    type: 'RegisterTerritory',
    name: '远郊片区',
    kind: 'park',
    parentId: house.territories.zone,
  })) as TerritoryId,
});

const enterpriseAt = async (house: TestHouse, territoryId: TerritoryId): Promise<EnterpriseId> =>
  (await made(house, 'enterprise', {
    type: 'RegisterEnterprise',
    name: '远郊机械有限公司',
    creditCode: creditCode(77),
    stage: 'production',
    tags: [],
    site: { siteId: randomUUID(), name: '一厂', territoryId, address: '远郊路1号', tenure: 'owned' },
  })) as EnterpriseId;

type Grant = { readonly role: Role; readonly place: Place; readonly enterpriseId: EnterpriseId };

const personWith = async (house: TestHouse, { role, place, enterpriseId }: Grant): Promise<PersonId> => {
  const contact = role === 'enterprise';
  const personId = (await made(house, 'person', {
    type: 'RegisterPerson',
    personal: { name: `一位${role}` },
    ...(!contact && { unitId: place.unitId }),
  })) as PersonId;
  const from = dateOf(house.clock.now);
  const grant = { grantId: randomUUID(), from };
  await house.run(
    'person',
    personId,
    contact
      ? { type: 'GrantContactRole', ...grant, enterpriseId }
      : { type: 'GrantRole', ...grant, role, ...place },
  );
  return personId;
};

const somebody = async (house: TestHouse, personId: PersonId): Promise<Somebody> => {
  const again = () => signedInAs(house.app, { ...house, personId });
  return { caller: await again(), again };
};

/** The furnished administrator has no password; this one may try to change theirs. */
const administrator = (house: TestHouse): Promise<PersonId> => {
  const place = { unitId: house.units.office, territoryId: house.territories.zone };
  return personWith(house, { role: 'admin', place, enterpriseId: house.enterpriseId });
};

/** One person of every role who reaches the furnished records by it. */
export const callersWithin = async (house: TestHouse): Promise<EveryRole> => {
  const { people } = house;
  const who: Readonly<Record<Role, PersonId>> = {
    enterprise: people.contact,
    officer: people.officer,
    handler: people.handlerOne,
    'unit-head': people.headOne,
    desk: people.desk,
    leader: people.leader,
    guide: people.guide,
    inspector: people.inspector,
    admin: await administrator(house),
  };
  const pairs = ROLES.map(async (role) => [role, await somebody(house, who[role])] as const);
  return Object.fromEntries(await Promise.all(pairs)) as EveryRole;
};

/** One person of every role whose unit, territory or enterprise is another one. */
export const callersBeyond = async (house: TestHouse): Promise<EveryRole> => {
  const place = await placeElsewhere(house);
  const enterpriseId = await enterpriseAt(house, place.territoryId);
  const pairs: (readonly [Role, Somebody])[] = [];
  for (const role of ROLES)
    pairs.push([role, await somebody(house, await personWith(house, { role, place, enterpriseId }))]);
  return Object.fromEntries(pairs) as EveryRole;
};
