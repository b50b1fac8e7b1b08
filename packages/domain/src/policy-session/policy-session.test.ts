import { describe, expect, it } from 'vitest';
import { grant, person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import {
  decide,
  evolve,
  MAX_ATTENDEES,
  POLICY_SESSION_REFUSALS,
  policySessionAccess,
  type PolicySessionCommand,
  type PolicySessionContext,
  type PolicySessionRefusal,
} from './policy-session.ts';

const decider = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: PolicySessionContext = {
  now: '2022-06-10T09:00:00.000+08:00' as Instant,
  today: day('2022-06-10'),
  actor: person('li'),
  activeUnitIds: [id('station')],
  activePersonIds: [id('li')],
  knownEnterpriseIds: [id('robots')],
};
const particulars = {
  topic: 'Technical renovation',
  on: day('2022-06-09'),
  attendees: 35,
  enterpriseIds: [id<'enterprise'>('robots')],
  handbookGiven: true,
};
const hold = {
  type: 'HoldPolicySession',
  policySessionId: id('p'),
  organiserUnitId: id('station'),
  speakerIds: [id<'person'>('li')],
  ...particulars,
} as const satisfies PolicySessionCommand;
const strike = {
  type: 'StrikePolicySession',
  reason: 'entered twice',
} as const satisfies PolicySessionCommand;

describe('a policy session', () => {
  it('is held, corrected, and struck without vanishing', () => {
    const state = after(decider, context, [
      hold,
      { ...particulars, type: 'CorrectPolicySession', attendees: 36, place: 'Hall 1' },
      strike,
    ]);
    expect(state).toMatchObject({
      id: 'p',
      speakerIds: ['li'],
      attendees: 36,
      place: 'Hall 1',
      handbookGiven: true,
      standing: { counts: false, reason: 'entered twice' },
    });
  });

  it('is corrected though an enterprise has left since, and not with one that left before', () => {
    const later = { ...context, knownEnterpriseIds: [] };
    const correct = { ...particulars, type: 'CorrectPolicySession', attendees: 36 } as const;
    const state = after(decider, context, [hold]);
    expect(decide(state, correct, later).accepted).toBe(true);
    const other = { ...correct, enterpriseIds: [id<'enterprise'>('robots'), id<'enterprise'>('gone')] };
    expect(decide(state, other, later)).toMatchObject({
      refusal: { code: 'policy-session.enterprise-unknown' },
    });
  });

  it('is corrected in who held it and who spoke, whom else it keeps, though they have left since', () => {
    const moved = {
      ...context,
      activeUnitIds: [id<'organisation'>('bureau')],
      activePersonIds: [id<'person'>('wang')],
    };
    const state = after(decider, context, [hold]);
    const correct = { ...particulars, type: 'CorrectPolicySession' } as const;
    expect(after(decider, context, [hold, correct])).toMatchObject({
      organiserUnitId: 'station',
      speakerIds: ['li'],
    });
    const now = {
      organiserUnitId: id<'organisation'>('bureau'),
      speakerIds: [id<'person'>('li'), id<'person'>('wang')],
    };
    expect(decide(state, { ...correct, ...now }, moved)).toMatchObject({ events: [now] });
    const ghost = { speakerIds: [id<'person'>('ghost')] };
    expect(decide(state, { ...correct, ...ghost }, moved)).toMatchObject({
      refusal: { code: 'policy-session.person-unknown' },
    });
    expect(decide(state, { ...correct, organiserUnitId: id('ghost') }, moved)).toMatchObject({
      refusal: { code: 'policy-session.unit-unknown' },
    });
  });

  it('is changed within the reach of its unit and by who spoke', () => {
    const state = after(decider, context, [hold]);
    const asked = (actor: ReturnType<typeof person>) =>
      policySessionAccess(actor, 'CorrectPolicySession', state);
    expect(asked(person('d', grant('desk', { units: ['station'] })))).toBe('allowed');
    expect(asked(person('d', grant('desk', { units: ['other'] })))).toBe('forbidden');
    expect(asked(person('li', grant('officer')))).toBe('allowed');
    expect(asked(person('li', grant('admin')))).toBe('forbidden');
    expect(asked(person('boss', grant('enterprise', { enterprise: 'robots' })))).toBe('hidden');
    expect(policySessionAccess(person('i', grant('inspector')), 'HoldPolicySession', undefined)).toBe(
      'forbidden',
    );
  });
});

type Case = [PolicySessionRefusal, string, readonly PolicySessionCommand[], PolicySessionCommand];
const CASES: readonly Case[] = [
  ['policy-session.unknown', 'is not there', [], strike],
  ['policy-session.exists', 'is there', [hold], hold],
  ['policy-session.text-invalid', 'has no topic', [], { ...hold, topic: '' }],
  ['policy-session.text-invalid', 'is struck without a reason', [hold], { ...strike, reason: ' ' }],
  ['policy-session.unit-unknown', 'is held by nobody', [], { ...hold, organiserUnitId: id('ghost') }],
  ['policy-session.person-unknown', 'is spoken by nobody', [], { ...hold, speakerIds: [id('ghost')] }],
  ['policy-session.enterprise-unknown', 'has a strange guest', [], { ...hold, enterpriseIds: [id('ghost')] }],
  ['policy-session.in-future', 'is tomorrow', [], { ...hold, on: day('2022-06-11') }],
  ['policy-session.no-attendees', 'has nobody', [], { ...hold, attendees: 0 }],
  ['policy-session.no-attendees', 'has half a guest', [], { ...hold, attendees: 1.5 }],
  ['policy-session.no-attendees', 'has a city', [], { ...hold, attendees: MAX_ATTENDEES + 1 }],
  ['policy-session.struck', 'is struck', [hold, strike], strike],
  [
    'policy-session.struck',
    'is struck for good',
    [hold, strike],
    { ...particulars, type: 'CorrectPolicySession' },
  ],
];

describe('a command on a policy session is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, context)).toMatchObject({ accepted: false, refusal: { code } });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...POLICY_SESSION_REFUSALS].sort());
  });
});
