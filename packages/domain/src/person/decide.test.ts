import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import { after, id, recorded } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { PersonCommand, PersonContext } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { PERSON_REFUSALS, type PersonRefusal } from './refusals.ts';

const decider = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: PersonContext = {
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  today: day('2022-06-01'),
  actor: person('admin'),
  activeUnitIds: [id('station')],
  activeTerritoryIds: [id('grid')],
  activeEnterpriseIds: [id('robots')],
  activePersonIds: [id('wang')],
  held: { demands: 0, tasks: 0, unitIds: [] },
  heirUnitIds: [id('station')],
  isPhoneTaken: false,
};
const register = {
  type: 'RegisterPerson',
  personId: id('li'),
  personal: { name: '李明', phone: '13800000001', email: 'li@example.org' },
  unitId: id('station'),
} as const satisfies PersonCommand;
const officer = {
  type: 'GrantRole',
  grantId: id('g1'),
  role: 'officer',
  unitId: id('station'),
  territoryId: id('grid'),
  from: day('2022-01-01'),
  to: day('2022-12-31'),
} as const satisfies PersonCommand;
const contact = {
  type: 'GrantContactRole',
  grantId: id('g2'),
  enterpriseId: id('robots'),
  from: day('2022-01-01'),
} as const satisfies PersonCommand;
const standIn = {
  type: 'NameStandIn',
  standInId: id('s1'),
  personId: id('wang'),
  from: day('2022-01-01'),
} as const satisfies PersonCommand;
const absence = {
  type: 'RecordAbsence',
  absenceId: id('a1'),
  from: day('2022-06-10'),
  to: day('2022-06-14'),
} as const satisfies PersonCommand;
const delegation = {
  type: 'DelegateDuties',
  delegationId: id('d1'),
  personId: id('wang'),
  grantIds: [id<'grant'>('g1')],
  from: day('2022-06-10'),
  to: day('2022-06-14'),
} as const satisfies PersonCommand;
const gone: readonly PersonCommand[] = [register, { type: 'DeactivatePerson' }];
const erased: readonly PersonCommand[] = [...gone, { type: 'ErasePerson' }];

describe('a person', () => {
  it('holds a role from one day to another, and it may end earlier', () => {
    const state = after(decider, context, [
      register,
      officer,
      { type: 'EndRole', grantId: id<'grant'>('g1'), lastDay: day('2022-06-30') },
    ]);
    expect(state.grants).toMatchObject([
      { grantId: 'g1', role: 'officer', from: '2022-01-01', to: '2022-06-30' },
    ]);
  });

  it('holds the same role at the same place again after it ended', () => {
    const next = { ...officer, grantId: id<'grant'>('g3'), from: day('2023-01-01'), to: undefined };
    expect(after(decider, context, [register, officer, next]).grants).toHaveLength(2);
  });

  it('leaves what they own to a colleague, and nothing without demands', () => {
    const state = after(decider, context, [register]);
    const leaving = { type: 'DeactivatePerson', handOverTo: id<'person'>('wang') } as const;
    const events = (demands: number) => {
      const held = { demands, tasks: 0, unitIds: [id<'organisation'>('station')] };
      const decision = decide(state, leaving, { ...context, held });
      return decision.accepted && decision.events;
    };
    const left = { type: 'PersonDeactivated', on: day('2022-06-01') };
    expect([events(2), events(0)]).toEqual([[{ ...left, handedTo: 'wang' }], [left]]);
  });

  it('is erased without changing what was recorded of them, readable or not', () => {
    const events = [
      { type: 'PersonRegistered', personId: id<'person'>('li'), personal: register.personal },
      { type: 'PersonalDetailsChanged', personal: { name: '李明' } },
      { type: 'PersonDeactivated', on: day('2022-06-01') },
      { type: 'PersonErased', on: day('2022-06-01') },
    ] as const;
    const fold = (readable: boolean) => {
      let state: ReturnType<typeof evolve> | undefined;
      for (const event of events)
        state = evolve(
          state,
          recorded(readable || !('personal' in event) ? event : { ...event, personal: null }),
        );
      return state;
    };
    expect(fold(true)).toEqual(fold(false));
    expect(fold(true)).toMatchObject({ personal: null, standing: { kind: 'erased' } });
  });

  it.each(['13800000001', '+86 138 0000 0001', '021-12345678', '010-12345678-123'])(
    'is called on %s',
    (phone) => {
      expect(decide(undefined, { ...register, personal: { name: 'L', phone } }, context).accepted).toBe(true);
    },
  );
});

type Case = [PersonRefusal, string, readonly PersonCommand[], PersonCommand, Partial<PersonContext>?];
const CASES: readonly Case[] = [
  ['person.unknown', 'is not there', [], officer],
  ['person.exists', 'is there', [register], register],
  ['person.text-invalid', 'has no name', [], { ...register, personal: { name: ' ' } }],
  [
    'person.phone-invalid',
    'has letters for a phone',
    [],
    { ...register, personal: { name: 'L', phone: 'call me' } },
  ],
  ['person.email-invalid', 'has no mail address', [], { ...register, personal: { name: 'L', email: 'li@' } }],
  ['person.phone-taken', "has another's phone", [], register, { isPhoneTaken: true }],
  [
    'person.phone-taken',
    "takes another's phone",
    [register],
    { type: 'ChangePersonalDetails', personal: { name: 'L' } },
    { isPhoneTaken: true },
  ],
  [
    'person.phone-taken',
    'comes back to a phone that another has now',
    gone,
    { type: 'ReactivatePerson' },
    { isPhoneTaken: true },
  ],
  ['person.not-active', 'has gone', gone, officer],
  ['person.not-active', 'has gone already', gone, { type: 'DeactivatePerson' }],
  [
    'person.holds-demands',
    'owns open demands',
    [register],
    { type: 'DeactivatePerson' },
    { held: { demands: 3, tasks: 0, unitIds: [id('station')] } },
  ],
  [
    'person.holds-tasks',
    'has tasks to do, whatever becomes of the demands',
    [register],
    { type: 'DeactivatePerson', handOverTo: id('wang') },
    { held: { demands: 3, tasks: 1, unitIds: [id('station')] } },
  ],
  [
    'person.heir-elsewhere',
    'leaves demands to somebody of another unit',
    [register],
    { type: 'DeactivatePerson', handOverTo: id('wang') },
    { held: { demands: 3, tasks: 0, unitIds: [id('station'), id('moon')] } },
  ],
  [
    'person.heir-elsewhere',
    'leaves a demand to the person it is about',
    [register],
    { type: 'DeactivatePerson', handOverTo: id('wang') },
    { held: { demands: 3, tasks: 0, unitIds: [id('station')], isKeptFromHeir: true } },
  ],
  [
    'person.other-unknown',
    'leaves demands to themself',
    [register],
    { type: 'DeactivatePerson', handOverTo: id('li') },
    { held: { demands: 3, tasks: 0, unitIds: [id('station')] }, activePersonIds: [id('li')] },
  ],
  ['person.already-active', 'never went', [register], { type: 'ReactivatePerson' }],
  ['person.erased', 'is erased', erased, { type: 'ReactivatePerson' }],
  ['person.erased', 'is erased for good', erased, { type: 'ChangePersonalDetails', personal: { name: 'L' } }],
  ['person.not-deactivated', 'is still here', [register], { type: 'ErasePerson' }],
  ['person.unit-unknown', 'is put nowhere', [register], { type: 'MovePersonToUnit', unitId: id('moon') }],
  ['person.territory-unknown', 'serves nowhere', [register], { ...officer, territoryId: id('moon') }],
  ['person.enterprise-unknown', 'speaks for nobody', [register], { ...contact, enterpriseId: id('ghost') }],
  ['person.other-unknown', 'names a stranger', [register], { ...standIn, personId: id('ghost') }],
  ['person.role-needs-place', 'is an officer of no grid', [register], { ...officer, territoryId: undefined }],
  [
    'person.role-needs-place',
    'handles for no unit',
    [register],
    { ...officer, role: 'handler', unitId: undefined },
  ],
  ['person.role-held', 'holds the role', [register, officer], { ...officer, grantId: id('g3') }],
  ['person.dates-reversed', 'goes backwards', [register], { ...officer, to: day('2021-01-01') }],
  [
    'person.grant-unknown',
    'never held it',
    [register],
    { type: 'EndRole', grantId: id('g1'), lastDay: day('2022-06-01') },
  ],
  [
    'person.grant-unknown',
    'is no contact by that grant',
    [register, officer],
    { type: 'EndContactRole', grantId: id('g1'), lastDay: day('2022-06-01') },
  ],
  [
    'person.grant-not-delegable',
    'lends the voice of an enterprise',
    [register, contact],
    { ...delegation, grantIds: [id<'grant'>('g2')] },
  ],
  ['person.grant-unknown', "lends another's role", [register], delegation],
  ['person.stand-in-self', 'stands in for themself', [register], { ...standIn, personId: id('li') }],
  ['person.stand-in-held', 'has a stand-in', [register, standIn], { ...standIn, standInId: id('s2') }],
  [
    'person.stand-in-unknown',
    'has no stand-in',
    [register],
    { type: 'EndStandIn', standInId: id('s1'), lastDay: day('2022-06-01') },
  ],
  [
    'person.absence-overlaps',
    'is away',
    [register, absence],
    { ...absence, absenceId: id('a2'), from: day('2022-06-14') },
  ],
  [
    'person.absence-unknown',
    'is not away',
    [register],
    { type: 'EndAbsence', absenceId: id('a1'), lastDay: day('2022-06-11') },
  ],
  ['person.delegation-self', 'lends to themself', [register, officer], { ...delegation, personId: id('li') }],
  ['person.delegation-empty', 'lends nothing', [register, officer], { ...delegation, grantIds: [] }],
  [
    'person.delegation-unknown',
    'lent nothing',
    [register],
    { type: 'EndDelegation', delegationId: id('d1'), lastDay: day('2022-06-01') },
  ],
  [
    'person.last-day-outside',
    'ends later than it ends',
    [register, officer],
    { type: 'EndRole', grantId: id('g1'), lastDay: day('2022-12-31') },
  ],
  ['person.unchanged', 'is in the unit', [register], { type: 'MovePersonToUnit', unitId: id('station') }],
];

describe('a command on a person is refused', () => {
  it.each(CASES)('with %s when the person %s', (...[code, , given, command, changes = {}]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, { ...context, ...changes })).toMatchObject({
      accepted: false,
      refusal: { code },
    });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...PERSON_REFUSALS].sort());
  });
});
