import { grantsOf, hasRole, type Access, type Actor } from '../access/actor.ts';
import { isStaff, judge } from '../access/judge.ts';
import type { PersonCommand } from './commands.ts';
import type { PersonState } from './state.ts';

type Who = 'self' | 'head' | 'service';

/** Who may, besides the administrator. `head`: head of a unit the person is in. `service`: those who look after enterprises. */
const ALSO: Readonly<Record<PersonCommand['type'], readonly Who[]>> = {
  RegisterPerson: ['service'],
  ChangePersonalDetails: ['self', 'service'],
  MovePersonToUnit: [],
  GrantRole: [],
  EndRole: [],
  GrantContactRole: ['service'],
  EndContactRole: ['service'],
  NameStandIn: ['head'],
  EndStandIn: ['head'],
  RecordAbsence: ['self', 'head'],
  EndAbsence: ['self', 'head'],
  DelegateDuties: ['self'],
  EndDelegation: ['self', 'head'],
  DeactivatePerson: [],
  ReactivatePerson: [],
  ErasePerson: [],
};

/** A person from outside the zone's own units: contacts of enterprises and liaison people. */
const isOutsider = (state: PersonState): boolean =>
  state.unitId === undefined && state.grants.every((grant) => grant.role === 'enterprise');

/** The administrator, and for each command those named above. Contacts of enterprises know nobody but themselves. */
export const personAccess = (
  actor: Actor,
  commandType: PersonCommand['type'],
  state: PersonState | undefined,
): Access => {
  if (actor.kind === 'system' || hasRole(actor, 'admin')) return 'allowed';
  const isSelf = state?.id === actor.personId;
  const unitId = state?.unitId;
  const is: Readonly<Record<Who, boolean>> = {
    self: isSelf,
    head:
      unitId !== undefined &&
      grantsOf(actor, 'unit-head').some((grant) => grant.organisationIds.includes(unitId)),
    service: hasRole(actor, 'desk', 'officer') && (state === undefined || isOutsider(state)),
  };
  return judge(
    ALSO[commandType].some((who) => is[who]),
    isSelf || isStaff(actor),
  );
};
