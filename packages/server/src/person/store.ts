import type { PersonCommand, PersonContext } from '@xiaoer/domain/person/commands';
import { decide } from '@xiaoer/domain/person/decide';
import type { PersonEvent } from '@xiaoer/domain/person/events';
import { evolve } from '@xiaoer/domain/person/evolve';
import { personAccess } from '@xiaoer/domain/person/permissions';
import type { PersonRefusal } from '@xiaoer/domain/person/refusals';
import type { PersonState } from '@xiaoer/domain/person/state';
import { dateOf } from '@xiaoer/domain/time/instant';
import { isPhoneTaken, phoneHashOf, phoneWrite, withoutSignIn } from '../auth/credentials.ts';
import {
  activeEnterprises,
  activePeople,
  activeTerritories,
  activeUnits,
  unitsOfStaff,
} from '../configuration/active.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { Tx } from '../db/transact.ts';
import type { Write } from '../db/write-batch.ts';
import type { AggregateStore, Change, Situation } from '../execute/store.ts';
import { letterKey } from '../words/letter-key.ts';
import { personLetters } from '../words/pinyin.ts';
import { heldBy, HOLDS_NOTHING } from './held.ts';

export type PersonStore = AggregateStore<
  PersonState,
  PersonCommand,
  PersonEvent,
  PersonRefusal,
  PersonContext
>;

export type PersonStoreDeps = {
  readonly configuration: ReadConfiguration;
  /** The installation's secret, under which phones are kept for sign-in. */
  readonly secret: string;
};

type Asked = Situation<PersonState, PersonCommand>;

const phoneNamed = ({ state, command }: Asked): string | undefined => {
  if (command.type === 'ReactivatePerson') return state?.personal?.phone;
  return 'personal' in command ? command.personal.phone : undefined;
};

const otherPerson = (command: PersonCommand) => {
  if (command.type === 'DeactivatePerson') return command.handOverTo;
  return command.type === 'NameStandIn' || command.type === 'DelegateDuties' ? command.personId : undefined;
};

const contextOf = async (
  tx: Tx,
  asked: Asked,
  { configuration: read, secret }: PersonStoreDeps,
): Promise<PersonContext> => {
  const { id, command, now, actor } = asked;
  const configuration = await read(tx);
  const unitId = 'unitId' in command ? command.unitId : undefined;
  const territoryId = 'territoryId' in command ? command.territoryId : undefined;
  const enterpriseId = 'enterpriseId' in command ? command.enterpriseId : undefined;
  const phone = phoneNamed(asked);
  const other = otherPerson(command);
  const heir = { personId: other, unitIds: unitsOfStaff(configuration, other, dateOf(now)) };
  return {
    now,
    today: dateOf(now),
    actor,
    activeUnitIds: activeUnits(configuration, [unitId]),
    activeTerritoryIds: activeTerritories(configuration, [territoryId]),
    activeEnterpriseIds: await activeEnterprises(tx, [enterpriseId]),
    activePersonIds: await activePeople(tx, configuration, [other]),
    heirUnitIds: heir.unitIds,
    held: command.type === 'DeactivatePerson' ? await heldBy(tx, id, heir) : HOLDS_NOTHING,
    isPhoneTaken:
      phone !== undefined &&
      (await isPhoneTaken(tx, { phoneHash: phoneHashOf(secret, phone), personId: id })),
  };
};

/** Works for the zone: is in a unit or holds a role other than an enterprise's contact. */
const isOnStaff = ({ unitId, grants }: PersonState): boolean =>
  unitId !== undefined || grants.some(({ role }) => role !== 'enterprise');

const signInPhone = (state: PersonState | undefined): string | undefined =>
  state?.standing.kind === 'active' ? state.personal?.phone : undefined;

const signInWrites = (
  { tenantId, before, after }: Change<PersonState, PersonEvent>,
  secret: string,
): readonly Write[] => {
  const person = { tenantId, personId: after.id };
  if (after.standing.kind === 'erased') return withoutSignIn(person);
  const phone = signInPhone(after);
  if (phone === signInPhone(before)) return [];
  return [phoneWrite(person, phone === undefined ? null : phoneHashOf(secret, phone))];
};

/** Keeps people. Name, phone and mail stand in a column of their own, apart from log and state. */
export const personStore = (deps: PersonStoreDeps): PersonStore => ({
  aggregate: 'person',
  table: 'person',
  key: 'person_id',
  decider: { decide, evolve },
  access: personAccess,
  context: (tx, situation) => contextOf(tx, situation, deps),
  columns: (person) => ({
    name: person.personal?.name ?? '',
    name_initials: letterKey(personLetters(person.personal?.name ?? '')),
    unit_id: person.unitId ?? null,
    staff: isOnStaff(person),
    standing: person.standing.kind,
  }),
  unverified: ['name', 'name_initials'],
  keptApart: 'personal',
  isConfiguration: isOnStaff,
  projections: (change) => signInWrites(change, deps.secret),
});
