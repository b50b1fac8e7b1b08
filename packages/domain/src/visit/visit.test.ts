import { describe, expect, it } from 'vitest';
import { grant, person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import {
  decide,
  evolve,
  VISIT_REFUSALS,
  visitAccess,
  visitTargetKey,
  type VisitCommand,
  type VisitContext,
  type VisitRefusal,
} from './visit.ts';

const decider = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: VisitContext = {
  now: '2022-06-10T09:00:00.000+08:00' as Instant,
  today: day('2022-06-10'),
  actor: person('li'),
  targetExists: true,
  activePersonIds: [id('li'), id('wang')],
  demandFits: true,
};
const record = {
  type: 'RecordVisit',
  visitId: id('v'),
  visitorIds: [id<'person'>('li')],
  target: { kind: 'enterprise', enterpriseId: id<'enterprise'>('robots') },
  territoryId: id<'territory'>('yufu'),
  on: day('2022-06-08'),
  purposes: ['service', 'problemSolving'],
  note: 'Parking is short.',
} as const satisfies VisitCommand;
const { note: _note, ...particulars } = record;
const plan = { ...particulars, type: 'PlanVisit', on: day('2022-06-10') } as const satisfies VisitCommand;
const finding = {
  type: 'AddFinding',
  findingId: id('f1'),
  text: 'No parking',
} as const satisfies VisitCommand;
const cancel = { type: 'CancelVisit', reason: 'rain' } as const satisfies VisitCommand;

describe('a visit', () => {
  it('is recorded days later, and its findings become demands', () => {
    const state = after(decider, context, [
      record,
      finding,
      { type: 'LinkFinding', findingId: id<'finding'>('f1'), demandId: id<'demand'>('d1') },
    ]);
    expect(state).toMatchObject({
      on: '2022-06-08',
      note: 'Parking is short.',
      progress: { kind: 'made' },
      findings: [{ findingId: 'f1', text: 'No parking', demandId: 'd1' }],
    });
  });

  it('is planned, made, and corrected', () => {
    const state = after(decider, context, [
      plan,
      { type: 'MakeVisit', on: day('2022-06-10'), note: 'Went well' },
      { type: 'CorrectVisit', purposes: ['policy'] },
    ]);
    expect(state).toMatchObject({ purposes: ['policy'], progress: { kind: 'made' } });
    expect(state.note).toBeUndefined();
  });

  it('counts an enterprise once, whichever of its places was seen', () => {
    const enterpriseId = id<'enterprise'>('robots');
    const keys = [
      visitTargetKey({ kind: 'enterprise', enterpriseId }),
      visitTargetKey({ kind: 'site', enterpriseId, siteId: id('plant') }),
      visitTargetKey({ kind: 'workshop', enterpriseId, name: 'Press' }),
      visitTargetKey({ kind: 'institute', enterpriseId }),
      visitTargetKey({ kind: 'project', projectId: id('robots') }),
      visitTargetKey({ kind: 'territory', territoryId: id('robots') }),
      visitTargetKey({ kind: 'team', name: 'robots' }),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('is changed by its visitors and by the desk of the place, and seen by no enterprise', () => {
    const state = after(decider, context, [record]);
    expect(visitAccess(person('li', grant('officer')), 'AddFinding', state)).toBe('allowed');
    expect(visitAccess(person('wang', grant('officer')), 'AddFinding', state)).toBe('forbidden');
    expect(visitAccess(person('li', grant('admin')), 'AddFinding', state)).toBe('forbidden');
    expect(visitAccess(person('d', grant('desk', { territories: ['yufu'] })), 'AddFinding', state)).toBe(
      'allowed',
    );
    expect(visitAccess(person('d', grant('desk', { territories: ['shuitu'] })), 'AddFinding', state)).toBe(
      'forbidden',
    );
    expect(visitAccess(person('i', grant('inspector')), 'RecordVisit', undefined)).toBe('forbidden');
    const boss = person('boss', grant('enterprise', { enterprise: 'robots' }));
    expect(visitAccess(boss, 'AddFinding', state)).toBe('hidden');
  });
});

type Case = [VisitRefusal, string, readonly VisitCommand[], VisitCommand, Partial<VisitContext>?];
const CASES: readonly Case[] = [
  ['visit.unknown', 'is not there', [], finding],
  ['visit.exists', 'is there', [record], record],
  ['visit.text-invalid', 'has too long a note', [], { ...record, note: 'x'.repeat(2_001) }],
  [
    'visit.text-invalid',
    'has a workshop without a name',
    [],
    { ...record, target: { kind: 'workshop', enterpriseId: id('robots'), name: ' ' } },
  ],
  ['visit.no-visitor', 'has nobody', [], { ...record, visitorIds: [] }],
  ['visit.visitor-unknown', 'has a stranger', [], { ...record, visitorIds: [id('ghost')] }],
  ['visit.no-purpose', 'has no purpose', [], { ...record, purposes: [] }],
  ['visit.target-unknown', 'goes nowhere', [], record, { targetExists: false }],
  ['visit.in-future', 'is recorded before it happened', [], { ...record, on: day('2022-06-11') }],
  ['visit.in-future', 'is made before it happened', [plan], { type: 'MakeVisit', on: day('2022-06-11') }],
  ['visit.in-past', 'is planned for yesterday', [], { ...plan, on: day('2022-06-09') }],
  ['visit.not-made', 'is only planned', [plan], finding],
  ['visit.not-planned', 'was made', [record], cancel],
  ['visit.cancelled', 'was cancelled', [plan, cancel], { type: 'CorrectVisit', purposes: ['policy'] }],
  ['visit.finding-exists', 'has the finding', [record, finding], finding],
  [
    'visit.finding-unknown',
    'lacks the finding',
    [record],
    { type: 'LinkFinding', findingId: id('f1'), demandId: id('d1') },
  ],
  [
    'visit.finding-linked',
    'has a demand for it',
    [record, { ...finding, demandId: id('d1') }],
    { type: 'LinkFinding', findingId: id('f1'), demandId: id('d2') },
  ],
  [
    'visit.demand-unknown',
    'has a finding, and the demand is of another enterprise',
    [record, finding],
    { type: 'LinkFinding', findingId: id('f1'), demandId: id('d1') },
    { demandFits: false },
  ],
  [
    'visit.demand-unknown',
    'finds what is no demand',
    [record],
    { ...finding, demandId: id('d1') },
    { demandFits: false },
  ],
];

describe('a command on a visit is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command, changes = {}]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, { ...context, ...changes })).toMatchObject({
      accepted: false,
      refusal: { code },
    });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...VISIT_REFUSALS].sort());
  });
});
