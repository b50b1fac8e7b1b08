import type { Role } from '@xiaoer/domain/access/role';
import type { Holder } from '@xiaoer/domain/demand/parts';
import { demandReadAccess } from '@xiaoer/domain/demand/permissions';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { EnterpriseId, OrganisationId, PersonId } from '@xiaoer/domain/kernel/ids';
import { covers } from '@xiaoer/domain/kernel/day-span';
import type { PersonState } from '@xiaoer/domain/person/state';
import { workingHolder } from '@xiaoer/domain/reactions/first-contact';
import type { NoticeRecipient } from '@xiaoer/domain/reactions/demand-notices';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { actorOf, type Configuration } from '../configuration/configuration.ts';
import type { Tx } from '../db/transact.ts';
import { deskFor } from './facts.ts';

type Place = { readonly configuration: Configuration; readonly now: Instant };

const holding = ({ configuration, now }: Place, role: Role, unitId?: OrganisationId): readonly PersonId[] =>
  [...configuration.staff.values()]
    .filter(({ standing }) => standing.kind === 'active')
    .filter(({ grants }) =>
      grants.some(
        (grant) =>
          grant.role === role &&
          (unitId === undefined || grant.unitId === unitId) &&
          covers(grant, dateOf(now)),
      ),
    )
    .map(({ id }) => id);

const ofUnit = (place: Place, unitId: OrganisationId): readonly PersonId[] => {
  const heads = holding(place, 'unit-head', unitId);
  return heads.length > 0 ? heads : holding(place, 'desk', unitId);
};

const enterpriseRow = async (tx: Tx, enterpriseId: EnterpriseId): Promise<EnterpriseState | undefined> => {
  const [row] = await tx.query<{ state: EnterpriseState }>(
    'select state from enterprise where tenant_id = $1 and enterprise_id = $2',
    [tx.scope.tenantId, enterpriseId],
  );
  return row?.state;
};

const onDutyDesk = (place: Place, { particulars }: Demand): readonly PersonId[] => {
  const desk = deskFor(place.configuration, particulars.territoryId, place.now);
  if (desk === undefined) return [];
  return desk.personId === undefined ? holding(place, 'desk', desk.unitId) : [desk.personId];
};

/** Whoever it is with; of somebody who has left, whoever answers for the unit. */
const ofHolder = (place: Place, { unitId, personId }: Holder): readonly PersonId[] => {
  const { staff } = place.configuration;
  return personId === undefined || workingHolder(staff, personId) === undefined
    ? ofUnit(place, unitId)
    : [personId];
};

const peopleFor = async (
  tx: Tx,
  place: Place,
  { recipient, demand }: { readonly recipient: NoticeRecipient; readonly demand: Demand },
): Promise<readonly PersonId[]> => {
  const today = dateOf(place.now);
  switch (recipient.kind) {
    case 'holder':
      return ofHolder(place, recipient.holder);
    case 'unitHead':
      return holding(place, 'unit-head', recipient.unitId);
    case 'desk':
      return onDutyDesk(place, demand);
    case 'inspectors':
      return holding(place, 'inspector');
    case 'leaders':
      return linkedLeaders(await enterpriseRow(tx, demand.enterpriseId), today, place);
    case 'serviceOfficer':
      return teamOf(await enterpriseRow(tx, demand.enterpriseId), 'serviceOfficer', today);
    case 'enterprise': {
      const enterprise = await enterpriseRow(tx, demand.enterpriseId);
      return (enterprise?.contacts ?? [])
        .filter((contact) => covers(contact, today))
        .map(({ personId }) => personId);
    }
  }
};

const teamOf = (
  enterprise: EnterpriseState | undefined,
  role: EnterpriseState['team'][number]['role'],
  today: LocalDate,
): readonly PersonId[] =>
  (enterprise?.team ?? [])
    .filter((member) => member.role === role && covers(member, today))
    .map(({ personId }) => personId);

/** The leader linked to the enterprise; where none is, every leader of the zone. */
const linkedLeaders = (enterprise: EnterpriseState | undefined, today: LocalDate, place: Place) => {
  const linked = teamOf(enterprise, 'linkedLeader', today);
  return linked.length > 0 ? linked : holding(place, 'leader');
};

/** Those who act for a person today: delegates, and the stand-in of somebody absent. */
const actingFor = (person: PersonState | undefined, today: LocalDate): readonly PersonId[] => {
  if (person === undefined) return [];
  const absent = person.absences.some((absence) => covers(absence, today));
  return [
    ...person.delegations.filter((delegation) => covers(delegation, today)).map(({ personId }) => personId),
    ...(absent
      ? person.standIns.filter((standIn) => covers(standIn, today)).map(({ personId }) => personId)
      : []),
  ];
};

/** Whoever may not open the demand is not told its title either. An enterprise's contact is nobody of the staff. */
const mayRead = ({ configuration, now }: Place, demand: Demand, personId: PersonId): boolean => {
  const person = configuration.staff.get(personId);
  return person === undefined
    ? !(demand.hiding?.personIds.includes(personId) ?? false)
    : demandReadAccess(actorOf(configuration, person, dateOf(now)), demand) === 'allowed';
};

/** The people a notice reaches, each once, their delegates and stand-ins included, none who may not read the demand. */
export const recipientsOf = async (
  tx: Tx,
  place: Place,
  { to, demand }: { readonly to: readonly NoticeRecipient[]; readonly demand: Demand },
): Promise<readonly PersonId[]> => {
  const people = new Set<PersonId>();
  for (const recipient of to)
    for (const personId of await peopleFor(tx, place, { recipient, demand })) {
      people.add(personId);
      for (const delegate of actingFor(place.configuration.staff.get(personId), dateOf(place.now)))
        people.add(delegate);
    }
  return [...people].filter((personId) => mayRead(place, demand, personId));
};
