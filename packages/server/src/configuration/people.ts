import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { may } from '@xiaoer/domain/permissions';
import type { Personal } from '@xiaoer/domain/person/state';
import type { ReadDb } from '../db/transact.ts';
import type { Configuration } from './configuration.ts';

export type People = ReadonlyMap<PersonId, Personal>;

/** Names and addresses of people: staff from the set-up, everybody else from the table. The erased have none. */
export const peopleNamed = async (
  db: ReadDb,
  configuration: Configuration,
  ids: readonly PersonId[],
): Promise<People> => {
  const known = [...new Set(ids)].flatMap((id) => {
    const personal = configuration.staff.get(id)?.personal;
    return personal ? [[id, personal] as const] : [];
  });
  const others = ids.filter((id) => !configuration.staff.has(id));
  if (others.length === 0) return new Map(known);
  const rows = await db.query<{ person_id: PersonId; personal: Personal }>(
    'select person_id, personal from person where tenant_id = $1 and person_id = any($2) and personal is not null',
    [db.scope.tenantId, others],
  );
  return new Map([...known, ...rows.map(({ person_id, personal }) => [person_id, personal] as const)]);
};

/** The person as lists show one; an erased person has no name. */
export const namedPerson = (people: People, id: PersonId) => ({ id, name: people.get(id)?.name ?? '' });

/** 138****1234: enough to recognise a number, not to dial it. */
export const maskedPhone = (phone: string): string => {
  const shown = phone.length >= 11 ? 4 : 2;
  const start = phone.length >= 11 ? 3 : 1;
  return `${phone.slice(0, start)}****${phone.slice(-shown)}`;
};

/** l****@example.com: enough to recognise an address, not to write to it. */
export const maskedMail = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 1 ? '****' : `${address.slice(0, 1)}****${address.slice(at)}`;
};

/** Whether the actor needs somebody's phone and mail address, as the domain judges. */
export const mayReach = (actor: PersonActor, id: PersonId): boolean =>
  may(actor, 'person.read', { personIds: [id] }) === 'allowed';

/** The person with a phone number, masked where the actor has no need of it. */
export const reachedPerson = (people: People, id: PersonId, actor: PersonActor) => {
  const phone = people.get(id)?.phone;
  const shown = phone !== undefined && !mayReach(actor, id) ? maskedPhone(phone) : phone;
  return { ...namedPerson(people, id), phone: shown ?? null };
};
