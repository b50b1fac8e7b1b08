import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { TerritoryCommand, TerritoryContext } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { TERRITORY_REFUSALS, type TerritoryRefusal } from './refusals.ts';

const context: TerritoryContext = {
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  today: '2022-06-01' as LocalDate,
  actor: person('admin'),
  parent: { path: [id('zone')], active: true },
  hasActiveChildren: false,
};
const register = {
  type: 'RegisterTerritory',
  territoryId: id('grid3'),
  name: '三号网格',
  nameEn: 'Grid 3',
  kind: 'grid',
  parentId: id('zone'),
} as const satisfies TerritoryCommand;

describe('a territory', () => {
  it('is registered, renamed, moved, closed and reopened', () => {
    const state = after({ decide, evolve }, context, [
      register,
      { type: 'RenameTerritory', name: '第三网格' },
      { type: 'MoveTerritory' },
      { type: 'CloseTerritory' },
    ]);
    expect(state).toEqual({
      id: 'grid3',
      name: '第三网格',
      nameEn: undefined,
      kind: 'grid',
      parentId: undefined,
      standing: { active: false, closedOn: '2022-06-01' },
    });
    expect(decide(state, { type: 'ReopenTerritory' }, context)).toMatchObject({ accepted: true });
  });
});

type Case = [
  TerritoryRefusal,
  string,
  readonly TerritoryCommand[],
  TerritoryCommand,
  Partial<TerritoryContext>?,
];
const closed: readonly TerritoryCommand[] = [register, { type: 'CloseTerritory' }];
const CASES: readonly Case[] = [
  ['territory.unknown', 'is not there', [], { type: 'CloseTerritory' }],
  ['territory.exists', 'is there', [register], register],
  ['territory.text-invalid', 'has no name', [], { ...register, name: '' }],
  ['territory.text-invalid', 'has a blank English name', [], { ...register, nameEn: ' ' }],
  ['territory.parent-unknown', 'hangs nowhere', [], register, { parent: undefined }],
  ['territory.parent-closed', 'hangs on a closed one', [], register, { parent: { path: [], active: false } }],
  [
    'territory.would-be-circular',
    'is moved below its own part',
    [register],
    { type: 'MoveTerritory', parentId: id('small') },
    { parent: { path: [id('small'), id('grid3')], active: true } },
  ],
  [
    'territory.would-be-circular',
    'is moved below itself',
    [register],
    { type: 'MoveTerritory', parentId: id('grid3') },
  ],
  [
    'territory.has-active-children',
    'has parts',
    [register],
    { type: 'CloseTerritory' },
    { hasActiveChildren: true },
  ],
  ['territory.closed', 'is closed', closed, { type: 'MoveTerritory' }],
  ['territory.closed', 'is closed already', closed, { type: 'CloseTerritory' }],
  ['territory.not-closed', 'is open', [register], { type: 'ReopenTerritory' }],
  [
    'territory.parent-closed',
    'reopens below a closed one',
    closed,
    { type: 'ReopenTerritory' },
    { parent: { path: [id('zone')], active: false } },
  ],
  [
    'territory.unchanged',
    'has the name',
    [register],
    { type: 'RenameTerritory', name: '三号网格', nameEn: 'Grid 3' },
  ],
  ['territory.unchanged', 'hangs there', [register], { type: 'MoveTerritory', parentId: id('zone') }],
];

describe('a command on a territory is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command, changes = {}]) => {
    const state = given.length === 0 ? undefined : after({ decide, evolve }, context, given);
    expect(decide(state, command, { ...context, ...changes })).toMatchObject({
      accepted: false,
      refusal: { code },
    });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...TERRITORY_REFUSALS].sort());
  });
});
