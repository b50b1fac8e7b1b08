import { describe, expect, it } from 'vitest';
import { grant, person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import {
  decide,
  DUTY_ROSTER_REFUSALS,
  dutyRosterAccess,
  evolve,
  onDuty,
  type DutyRosterCommand,
  type DutyRosterContext,
  type DutyRosterRefusal,
} from './duty-roster.ts';

const decider = { decide, evolve };
const at = (text: string) => `2022-06-${text}:00.000+08:00` as Instant;
const context: DutyRosterContext = {
  now: at('01T09:00'),
  today: '2022-06-01' as LocalDate,
  actor: person('desk'),
  activeUnitIds: [id('station')],
  activeTerritoryIds: [id('yufu')],
  activePersonIds: [id('li'), id('wang')],
};
const open = {
  type: 'OpenDutyRoster',
  dutyRosterId: id('r'),
  name: 'Yufu station',
  unitId: id('station'),
  territoryId: id('yufu'),
} as const satisfies DutyRosterCommand;
const plan = (dutyId: string, personId: string, [from, to]: readonly [string, string]) =>
  ({
    type: 'PlanDuty',
    dutyId: id(dutyId),
    personId: id(personId),
    from: at(from),
    to: at(to),
  }) as const satisfies DutyRosterCommand;
const saturday = plan('d1', 'li', ['04T08:00', '05T08:00']);
const sunday = plan('d2', 'wang', ['05T08:00', '06T08:00']);

describe('a duty roster', () => {
  it.each([
    ['04T07:59', []],
    ['04T08:00', ['li']],
    ['04T23:30', ['li']],
    ['05T07:59', ['li']],
    ['05T08:00', ['wang']],
    ['06T08:00', []],
  ])('at %s answers with %j', (moment, people) => {
    expect(onDuty(after(decider, context, [open, sunday, saturday]), at(moment))).toEqual(people);
  });

  it('lets one take over from another, and two be on duty at once', () => {
    const state = after(decider, context, [
      open,
      saturday,
      { type: 'TakeOverDuty', dutyId: id<'duty'>('d1'), personId: id<'person'>('wang') },
      plan('d3', 'li', ['04T20:00', '05T00:00']),
    ]);
    expect(onDuty(state, at('04T21:00'))).toEqual(['wang', 'li']);
    expect(onDuty({ ...state, open: false }, at('04T21:00'))).toEqual([]);
  });

  it('is changed by the desk and heads within reach, and handed on by who holds a duty', () => {
    const state = after(decider, context, [open, saturday]);
    const reach = { units: ['station'] };
    expect(dutyRosterAccess(person('chief', grant('unit-head', reach)), 'PlanDuty', state)).toBe('allowed');
    expect(dutyRosterAccess(person('chief', grant('desk', { units: ['other'] })), 'PlanDuty', state)).toBe(
      'forbidden',
    );
    expect(dutyRosterAccess(person('li', grant('officer')), 'TakeOverDuty', state)).toBe('allowed');
    expect(dutyRosterAccess(person('li', grant('officer')), 'CancelDuty', state)).toBe('forbidden');
    expect(dutyRosterAccess(person('wang', grant('officer')), 'TakeOverDuty', state)).toBe('forbidden');
    expect(
      dutyRosterAccess(person('boss', grant('enterprise', { enterprise: 'e' })), 'PlanDuty', state),
    ).toBe('hidden');
  });
});

type Case = [DutyRosterRefusal, string, readonly DutyRosterCommand[], DutyRosterCommand];
const closed: readonly DutyRosterCommand[] = [open, saturday, { type: 'CloseDutyRoster' }];
const CASES: readonly Case[] = [
  ['duty-roster.unknown', 'is not there', [], saturday],
  ['duty-roster.exists', 'is there', [open], open],
  ['duty-roster.closed', 'is closed', closed, sunday],
  ['duty-roster.closed', 'is closed already', closed, { type: 'CloseDutyRoster' }],
  ['duty-roster.text-invalid', 'has no name', [], { ...open, name: '' }],
  ['duty-roster.unit-unknown', 'is of no unit', [], { ...open, unitId: id('ghost') }],
  ['duty-roster.territory-unknown', 'is nowhere', [], { ...open, territoryId: id('moon') }],
  ['duty-roster.person-unknown', 'plans a stranger', [open], { ...saturday, personId: id('ghost') }],
  ['duty-roster.times-reversed', 'goes backwards', [open], plan('d1', 'li', ['05T08:00', '05T08:00'])],
  [
    'duty-roster.person-already-on-duty',
    'plans somebody twice',
    [open, saturday],
    plan('d3', 'li', ['05T07:00', '05T09:00']),
  ],
  [
    'duty-roster.person-already-on-duty',
    'hands over to somebody on duty',
    [open, saturday, plan('d3', 'wang', ['05T07:00', '05T09:00'])],
    { type: 'TakeOverDuty', dutyId: id('d1'), personId: id('wang') },
  ],
  ['duty-roster.duty-exists', 'has the duty', [open, saturday], { ...sunday, dutyId: id('d1') }],
  ['duty-roster.duty-unknown', 'lacks the duty', [open], { type: 'CancelDuty', dutyId: id('d1') }],
  ['duty-roster.duty-over', 'plans what is over', [open], plan('d1', 'li', ['01T07:00', '01T09:00'])],
  [
    'duty-roster.duty-over',
    'cancels what has begun',
    [open, plan('d1', 'li', ['01T07:00', '01T10:00'])],
    { type: 'CancelDuty', dutyId: id('d1') },
  ],
  ['duty-roster.unchanged', 'has the name', [open], { type: 'RenameDutyRoster', name: 'Yufu station' }],
];

describe('a command on a duty roster is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, context)).toMatchObject({ accepted: false, refusal: { code } });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...DUTY_ROSTER_REFUSALS].sort());
  });
});
