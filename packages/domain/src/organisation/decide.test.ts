import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import { after, id } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { OrganisationCommand, OrganisationContext } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { ORGANISATION_REFUSALS, type OrganisationRefusal } from './refusals.ts';

const context: OrganisationContext = {
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  today: '2022-06-01' as LocalDate,
  actor: person('admin'),
  parent: { path: [id('group')], active: true },
  hasActiveChildren: false,
  openDemands: 0,
};
const register = {
  type: 'RegisterOrganisation',
  organisationId: id('water'),
  name: '水务公司',
  nameEn: 'Water',
  kind: 'utility',
  calendar: 'department',
  parentId: id('group'),
} as const satisfies OrganisationCommand;

describe('an organisation', () => {
  it('is registered, renamed, moved, closed and reopened', () => {
    const state = after({ decide, evolve }, context, [
      register,
      { type: 'RenameOrganisation', name: '水务集团' },
      { type: 'MoveOrganisation' },
      { type: 'ChangeOrganisationCalendar', calendar: 'officer' },
      { type: 'CloseOrganisation' },
    ]);
    expect(state).toEqual({
      id: 'water',
      name: '水务集团',
      nameEn: undefined,
      kind: 'utility',
      calendar: 'officer',
      parentId: undefined,
      standing: { active: false, closedOn: '2022-06-01' },
    });
    expect(decide(state, { type: 'ReopenOrganisation' }, context)).toMatchObject({ accepted: true });
  });
});

type Case = [
  OrganisationRefusal,
  string,
  readonly OrganisationCommand[],
  OrganisationCommand,
  Partial<OrganisationContext>?,
];
const closed: readonly OrganisationCommand[] = [register, { type: 'CloseOrganisation' }];
const CASES: readonly Case[] = [
  ['organisation.unknown', 'is not there', [], { type: 'CloseOrganisation' }],
  ['organisation.exists', 'is there', [register], register],
  ['organisation.text-invalid', 'has no name', [], { ...register, name: '' }],
  ['organisation.text-invalid', 'has a blank English name', [], { ...register, nameEn: ' ' }],
  ['organisation.parent-unknown', 'hangs nowhere', [], register, { parent: undefined }],
  [
    'organisation.parent-closed',
    'hangs on a closed one',
    [],
    register,
    { parent: { path: [], active: false } },
  ],
  [
    'organisation.would-be-circular',
    'is moved below its own part',
    [register],
    { type: 'MoveOrganisation', parentId: id('pipes') },
    { parent: { path: [id('pipes'), id('water')], active: true } },
  ],
  [
    'organisation.would-be-circular',
    'is moved below itself',
    [register],
    { type: 'MoveOrganisation', parentId: id('water') },
  ],
  [
    'organisation.has-active-children',
    'has parts',
    [register],
    { type: 'CloseOrganisation' },
    { hasActiveChildren: true },
  ],
  [
    'organisation.holds-demands',
    'holds demands',
    [register],
    { type: 'CloseOrganisation' },
    { openDemands: 2 },
  ],
  ['organisation.closed', 'is closed', closed, { type: 'MoveOrganisation' }],
  ['organisation.closed', 'is closed already', closed, { type: 'CloseOrganisation' }],
  ['organisation.not-closed', 'is open', [register], { type: 'ReopenOrganisation' }],
  [
    'organisation.parent-closed',
    'reopens below a closed one',
    closed,
    { type: 'ReopenOrganisation' },
    { parent: { path: [id('group')], active: false } },
  ],
  [
    'organisation.unchanged',
    'has the name',
    [register],
    { type: 'RenameOrganisation', name: '水务公司', nameEn: 'Water' },
  ],
  ['organisation.unchanged', 'hangs there', [register], { type: 'MoveOrganisation', parentId: id('group') }],
];

describe('a command on an organisation is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command, changes = {}]) => {
    const state = given.length === 0 ? undefined : after({ decide, evolve }, context, given);
    expect(decide(state, command, { ...context, ...changes })).toMatchObject({
      accepted: false,
      refusal: { code },
    });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...ORGANISATION_REFUSALS].sort());
  });
});
