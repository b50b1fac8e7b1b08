import { describe, expect, test } from 'vitest';
import type { DutyRosterState } from '../duty-roster/duty-roster.ts';
import type { OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import type { PersonState } from '../person/state.ts';
import { assertInstant } from '../time/instant.ts';
import { assertDate } from '../time/local-date.ts';
import { deskOnDuty, workingHolder } from './first-contact.ts';

const now = assertInstant('2022-06-18T22:00:00.000+08:00');
const id = <Id extends string>(name: string): Id => name as Id;
const DESK = id<OrganisationId>('desk');
const STATION = id<OrganisationId>('station');
const PARK = id<TerritoryId>('park');
const OTHER = id<TerritoryId>('other park');
const ZONE = id<TerritoryId>('zone');

const personOf = (name: string, more: Partial<PersonState> = {}): readonly [PersonId, PersonState] => [
  id(name),
  {
    id: id(name),
    personal: null,
    unitId: DESK,
    grants: [],
    standIns: [],
    absences: [],
    delegations: [],
    standing: { kind: 'active' },
    ...more,
  } as PersonState,
];

const deskGrant = (to?: string, territoryId = ZONE) => ({
  grants: [
    {
      grantId: 'grant',
      role: 'desk',
      unitId: DESK,
      territoryId,
      from: assertDate('2022-01-01'),
      ...(to !== undefined && { to: assertDate(to) }),
    },
  ] as unknown as PersonState['grants'],
});

const LEFT = { standing: { kind: 'left' } } as unknown as Partial<PersonState>;

const rosterOf = (personId: string, unitId: OrganisationId, territoryId?: TerritoryId): DutyRosterState => ({
  id: id(`roster of ${personId}`),
  name: '值班',
  unitId,
  ...(territoryId !== undefined && { territoryId }),
  duties: [
    {
      dutyId: id('duty'),
      personId: id(personId),
      from: assertInstant('2022-06-18T18:00:00.000+08:00'),
      to: assertInstant('2022-06-19T08:00:00.000+08:00'),
    },
  ],
  open: true,
});

const staffOf = (...people: readonly (readonly [PersonId, PersonState])[]) => new Map(people);

describe('who answers for the desk', () => {
  const staff = staffOf(personOf('clerk', deskGrant()), personOf('guard'), personOf('gone', LEFT));
  const asked = { staff, path: [PARK, ZONE], now };

  test('is whoever is on duty where the demand is, not where another is', () => {
    const rosters = [rosterOf('guard', STATION, OTHER), rosterOf('clerk', DESK)];
    expect(deskOnDuty({ ...asked, rosters })).toEqual({ unitId: DESK, personId: 'clerk' });
    expect(deskOnDuty({ ...asked, rosters, path: [OTHER, ZONE] })).toEqual({
      unitId: STATION,
      personId: 'guard',
    });
  });

  test('is nobody who has left', () => {
    expect(deskOnDuty({ ...asked, rosters: [rosterOf('gone', STATION)] })).toEqual({ unitId: DESK });
  });

  test('is the unit that holds the desk today', () => {
    expect(deskOnDuty({ ...asked, rosters: [] })).toEqual({ unitId: DESK });
    const ended = staffOf(personOf('clerk', deskGrant('2022-06-17')));
    expect(deskOnDuty({ ...asked, staff: ended, rosters: [] })).toBeUndefined();
    const elsewhere = staffOf(personOf('clerk', deskGrant(undefined, OTHER)));
    expect(deskOnDuty({ ...asked, staff: elsewhere, rosters: [] })).toEqual({ unitId: DESK });
  });
});

test('somebody who has left, or sits in no unit, holds nothing', () => {
  const staff = staffOf(
    personOf('clerk'),
    personOf('gone', LEFT),
    personOf('contact', { unitId: undefined } as object),
  );
  expect(workingHolder(staff, id('clerk'))).toEqual({ unitId: DESK, personId: 'clerk' });
  expect(workingHolder(staff, id('gone'))).toBeUndefined();
  expect(workingHolder(staff, id('contact'))).toBeUndefined();
  expect(workingHolder(staff, id('stranger'))).toBeUndefined();
});
