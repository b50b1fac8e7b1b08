import { describe, expect, it } from 'vitest';
import { grant, person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import {
  decide,
  evolve,
  PROJECT_REFUSALS,
  projectAccess,
  type ProjectCommand,
  type ProjectContext,
  type ProjectRefusal,
} from './project.ts';

const decider = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: ProjectContext = {
  now: '2022-06-10T09:00:00.000+08:00' as Instant,
  today: day('2022-06-10'),
  actor: person('desk'),
  activeUnitIds: [id('town')],
  activeTerritoryIds: [id('yufu')],
  knownEnterpriseIds: [id('robots')],
};
const particulars = {
  name: 'Robot plant II',
  investment: 'enterprise',
  unitId: id<'organisation'>('town'),
  territoryId: id<'territory'>('yufu'),
  enterpriseId: id<'enterprise'>('robots'),
} as const;
const register = {
  type: 'RegisterProject',
  projectId: id('p'),
  stage: 'land',
  since: day('2022-03-01'),
  papersComplete: false,
  ...particulars,
} as const satisfies ProjectCommand;
const move = {
  type: 'MoveProjectToStage',
  stage: 'start',
  since: day('2022-06-01'),
} as const satisfies ProjectCommand;
const drop = { type: 'DropProject', reason: 'investor withdrew' } as const satisfies ProjectCommand;

describe('a project', () => {
  it('moves through its stages and keeps since when', () => {
    const state = after(decider, context, [
      register,
      move,
      { type: 'JudgeProjectPapers', papersComplete: true },
      { ...particulars, type: 'CorrectProject', startTarget: day('2022-12-31') },
    ]);
    expect(state).toMatchObject({
      stage: 'start',
      since: '2022-06-01',
      papersComplete: true,
      startTarget: '2022-12-31',
      standing: { inLibrary: true },
    });
  });

  it('goes back a stage only with a reason', () => {
    const back = { ...move, stage: 'talks', reason: 'land was given back' } as const;
    expect(after(decider, context, [register, back])).toMatchObject({ stage: 'talks' });
  });

  it('leaves the library and is taken up again', () => {
    expect(after(decider, context, [register, drop]).standing).toEqual({
      inLibrary: false,
      since: '2022-06-10',
      reason: 'investor withdrew',
    });
    expect(after(decider, context, [register, drop, { type: 'TakeUpProjectAgain' }]).standing).toEqual({
      inLibrary: true,
    });
  });

  it('is corrected though its enterprise has left and its unit was closed, and not moved to others that did', () => {
    const later = { ...context, activeUnitIds: [], activeTerritoryIds: [], knownEnterpriseIds: [] };
    const correct = { ...particulars, type: 'CorrectProject', name: 'Robot plant III' } as const;
    const state = after(decider, context, [register]);
    expect(decide(state, correct, later).accepted).toBe(true);
    const wrong = { ...correct, enterpriseId: id<'enterprise'>('gone') };
    expect(decide(state, wrong, later)).toMatchObject({ refusal: { code: 'project.enterprise-unknown' } });
  });

  it('is changed within the reach of its unit, or of its territory by the desk and officers', () => {
    const state = after(decider, context, [register]);
    const asked = (actor: ReturnType<typeof person>) => projectAccess(actor, 'MoveProjectToStage', state);
    expect(asked(person('h', grant('handler', { units: ['town'] })))).toBe('allowed');
    expect(asked(person('h', grant('handler', { units: ['other'], territories: ['yufu'] })))).toBe(
      'forbidden',
    );
    expect(asked(person('o', grant('officer', { territories: ['yufu'] })))).toBe('allowed');
    expect(asked(person('o', grant('officer', { territories: ['shuitu'] })))).toBe('forbidden');
    expect(asked(person('i', grant('inspector', { units: ['town'] })))).toBe('forbidden');
    expect(asked(person('a', grant('admin', { units: ['town'] })))).toBe('forbidden');
    expect(asked(person('boss', grant('enterprise', { enterprise: 'robots' })))).toBe('hidden');
  });
});

type Case = [ProjectRefusal, string, readonly ProjectCommand[], ProjectCommand];
const CASES: readonly Case[] = [
  ['project.unknown', 'is not there', [], move],
  ['project.exists', 'is there', [register], register],
  ['project.text-invalid', 'has no name', [], { ...register, name: '' }],
  ['project.unit-unknown', 'is of no unit', [], { ...register, unitId: id('ghost') }],
  ['project.territory-unknown', 'is nowhere', [], { ...register, territoryId: id('moon') }],
  ['project.enterprise-unknown', 'is of no enterprise', [], { ...register, enterpriseId: id('ghost') }],
  ['project.since-in-future', 'starts tomorrow', [], { ...register, since: day('2022-06-11') }],
  ['project.since-in-future', 'moves tomorrow', [register], { ...move, since: day('2022-06-11') }],
  [
    'project.since-before-last-stage',
    'moves before it came',
    [register],
    { ...move, since: day('2022-02-28') },
  ],
  ['project.back-without-reason', 'goes back', [register], { ...move, stage: 'talks' }],
  ['project.dropped', 'is dropped', [register, drop], move],
  ['project.not-dropped', 'is in the library', [register], { type: 'TakeUpProjectAgain' }],
  ['project.unchanged', 'is at the stage', [register], { ...move, stage: 'land' }],
  [
    'project.unchanged',
    'has its papers judged so',
    [register],
    { type: 'JudgeProjectPapers', papersComplete: false },
  ],
];

describe('a command on a project is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command]) => {
    const state = given.length === 0 ? undefined : after(decider, context, given);
    expect(decide(state, command, context)).toMatchObject({ accepted: false, refusal: { code } });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...PROJECT_REFUSALS].sort());
  });
});
