import { PERSON_STANDINGS, type people, type person } from '@xiaoer/contract/person';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { hasRole } from '@xiaoer/domain/access/actor';
import { covers } from '@xiaoer/domain/kernel/day-span';
import type { PersonState } from '@xiaoer/domain/person/state';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import { maskedPhone, mayReach, namedPerson, peopleNamed } from '../configuration/people.ts';
import { conditions, type Conditions } from '../db/conditions.ts';
import type { ReadDb } from '../db/transact.ts';
import { asWritten, inOrderOf, orderedPage } from '../http/ordered-page.ts';
import type { Asked } from '../http/serve-read.ts';
import { typedLetters } from '../words/letter-key.ts';

type Row = { readonly version: number; readonly state: PersonState };
type Detail = z.input<typeof person.response>;

const COLUMNS = `p.version, p.state || jsonb_build_object('personal', p.personal) as state`;

const UNIT_NAME = `(select o.name from organisation o
  where o.tenant_id = p.tenant_id and o.organisation_id = p.unit_id)`;

const ORDERINGS = {
  name: { by: 'p.name_initials', cast: 'text' },
  standing: inOrderOf(PERSON_STANDINGS, 'p.standing'),
  unit: asWritten(`coalesce(${UNIT_NAME}, '')`),
} as const;

type Looking = {
  readonly configuration: Configuration;
  readonly actor: PersonActor;
  readonly now: Instant;
};

const rolesOn = (state: PersonState, day: LocalDate) => [
  ...new Set(state.grants.filter((grant) => covers(grant, day)).map(({ role }) => role)),
];

const itemOf = ({ version, state }: Row, { configuration, actor, now }: Looking) => {
  const { personal, unitId } = state;
  const unit = unitId === undefined ? undefined : configuration.organisations.get(unitId);
  const masked = !mayReach(actor, state.id);
  const phone = personal?.phone;
  return {
    id: state.id,
    version,
    name: personal?.name ?? '',
    unit: unit ? { id: unit.id, name: unit.name } : null,
    phone: phone !== undefined && masked ? maskedPhone(phone) : (phone ?? null),
    email: masked ? null : (personal?.email ?? null),
    masked,
    staff: configuration.staff.has(state.id),
    standing: state.standing.kind,
    roles: rolesOn(state, dateOf(now)),
  };
};

/** A grant in force today, as `state` holds it. */
const holdsRole = (role: string, today: string): string =>
  `exists (select 1 from jsonb_array_elements(p.state -> 'grants') g where g ->> 'role' = ${role}
    and g ->> 'from' <= ${today} and coalesce(g ->> 'to', '9999') >= ${today})`;

const byWords = (found: Conditions, q: string): void => {
  const words = `strpos(p.name, ${found.parameter(q)}) > 0`;
  const letters = typedLetters(q);
  found.plain(
    letters === undefined ? words : `(${words} or starts_with(p.name_initials, ${found.parameter(letters)}))`,
  );
};

/** A page of people. */
export const peoplePage = async (db: ReadDb, asked: Asked<typeof people>) => {
  const { query, now } = asked;
  const found = conditions(db.scope.tenantId, 'p');
  if (query.q) byWords(found, query.q);
  found.when(query.unit, (place) => `p.unit_id = ${place}`);
  found.when(query.staff, (place) => `p.staff = ${place}`);
  found.when(query.standing, (place) => `p.standing = ${place}`);
  found.when(query.role, (place) => holdsRole(place, found.parameter(dateOf(now))));
  const { rows, ...page } = await orderedPage<Row, typeof query.sort>(db, found, {
    query,
    columns: COLUMNS,
    from: 'person p',
    id: 'p.person_id',
    orderings: ORDERINGS,
  });
  return { ...page, items: rows.map((row) => itemOf(row, asked)) };
};

const accountOf = async (db: ReadDb, id: string, actor: PersonActor): Promise<string | null> => {
  if (id !== actor.personId && !hasRole(actor, 'admin')) return null;
  const [row] = await db.query<{ account: string | null }>(
    'select account from credential where tenant_id = $1 and person_id = $2',
    [db.scope.tenantId, id],
  );
  return row?.account ?? null;
};

const closed = <Span extends { readonly from: LocalDate; readonly to?: LocalDate }>({ from, to }: Span) => ({
  from,
  to: to ?? null,
});

/** One person with everything that says what they may do. */
export const personDetail = async (db: ReadDb, asked: Asked<typeof person>): Promise<Detail | undefined> => {
  const { id } = asked.params;
  const [row] = await db.query<Row>(
    `select ${COLUMNS} from person p where p.tenant_id = $1 and p.person_id = $2`,
    [db.scope.tenantId, id],
  );
  if (row === undefined) return undefined;
  const { grants, standIns, absences, delegations } = row.state;
  const others = [...standIns, ...delegations].map(({ personId }) => personId);
  const named = await peopleNamed(db, asked.configuration, others);
  return {
    ...itemOf(row, asked),
    grants: grants.map((grant) => ({
      grantId: grant.grantId,
      role: grant.role,
      unitId: grant.unitId ?? null,
      territoryId: grant.territoryId ?? null,
      enterpriseId: grant.enterpriseId ?? null,
      ...closed(grant),
    })),
    standIns: standIns.map((standIn) => ({
      standInId: standIn.standInId,
      person: namedPerson(named, standIn.personId),
      ...closed(standIn),
    })),
    absences: absences.map((absence) => ({ absenceId: absence.absenceId, ...closed(absence) })),
    delegations: delegations.map(({ delegationId, personId, grantIds, from, to }) => ({
      delegationId,
      person: namedPerson(named, personId),
      grantIds: [...grantIds],
      from,
      to,
    })),
    account: await accountOf(db, id, asked.actor),
  };
};
