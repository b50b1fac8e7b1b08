import { describe, expect, it } from 'vitest';
import { person } from '../access/testing/actors.ts';
import { after, id, recorded } from '../kernel/testing/history.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { EnterpriseCommand, EnterpriseContext, SiteFields } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { plainName } from './plain-name.ts';
import { ENTERPRISE_REFUSALS, type EnterpriseRefusal } from './refusals.ts';
import { teamMemberOn, teamOn } from './team-on.ts';

const enterprise = { decide, evolve };
const day = (text: string) => text as LocalDate;
const context: EnterpriseContext = {
  now: '2022-06-01T09:00:00.000+08:00' as Instant,
  today: day('2022-06-01'),
  actor: person('desk'),
  creditCodeHolder: undefined,
  namesake: undefined,
  activeTerritoryIds: [id('yufu'), id('shuitu')],
  activeUnitIds: [id('bank')],
  activePersonIds: [id('li'), id('wang'), id('zhao')],
};
const site = (name: string, changes: Partial<SiteFields> = {}): SiteFields => ({
  siteId: id(name),
  name,
  territoryId: id('yufu'),
  address: '1 Robot Road',
  tenure: 'rented',
  ...changes,
});
const register = (changes: Partial<Extract<EnterpriseCommand, { type: 'RegisterEnterprise' }>> = {}) =>
  ({
    type: 'RegisterEnterprise',
    enterpriseId: id('robots'),
    name: 'Robots Ltd',
    creditCode: '91350100M000100Y43',
    stage: 'production',
    tags: [],
    site: site('plant'),
    ...changes,
  }) as const satisfies EnterpriseCommand;
const assign = (memberId: string, personId: string, [from, to]: readonly [string, string?]) =>
  ({
    type: 'AssignTeamMember',
    memberId: id(memberId),
    personId: id(personId),
    role: 'serviceOfficer',
    from: day(from),
    ...(to && { to: day(to) }),
  }) as const satisfies EnterpriseCommand;
const handOver = (from: string, personId = 'wang') =>
  ({
    type: 'HandOverTeamRole',
    fromMemberId: id('m1'),
    memberId: id('m2'),
    personId: id(personId),
    from: day(from),
  }) as const satisfies EnterpriseCommand;
const contact = {
  type: 'AddContact',
  contactId: id('c1'),
  personId: id('zhao'),
  role: 'liaison',
  from: day('2022-01-01'),
} as const satisfies EnterpriseCommand;
const liaison = {
  type: 'AddLiaison',
  liaisonId: id('l1'),
  body: 'Bank of the River',
  personId: id('zhao'),
  from: day('2022-01-01'),
} as const satisfies EnterpriseCommand;

describe('an enterprise', () => {
  it('is registered with its first site and tags in the order of the list', () => {
    const state = after(enterprise, context, [
      register({ tags: ['highTech', 'aboveScaleIndustry', 'highTech'] }),
    ]);
    expect(state).toMatchObject({
      name: 'Robots Ltd',
      sample: false,
      presence: { here: true },
      growth: 'steady',
    });
    expect(state.tags).toEqual(['aboveScaleIndustry', 'highTech']);
    expect(state.sites).toEqual([{ ...site('plant'), powerLoadKva: undefined, open: true }]);
  });

  it('may be called as another one when whoever registers it says so', () => {
    const namesake = { ...context, namesake: 'ROBOTS ltd' };
    expect(decide(undefined, register(), namesake)).toMatchObject({
      refusal: { code: 'enterprise.name-taken', facts: { field: 'name', other: 'ROBOTS ltd' } },
    });
    expect(decide(undefined, register({ isNamesake: true }), namesake).accepted).toBe(true);
    const state = after(enterprise, context, [register()]);
    const { name } = state;
    const short: EnterpriseCommand = { type: 'RenameEnterprise', name, shortName: 'R' };
    const other: EnterpriseCommand = { type: 'RenameEnterprise', name: 'Robots Two', isNamesake: true };
    for (const command of [short, other]) expect(decide(state, command, namesake).accepted).toBe(true);
    expect([' Robots　Ltd', 'robots（重庆）'].map(plainName)).toEqual(['robotsltd', 'robots(重庆)']);
  });

  it('is sized by the row of its industry, and sized anew when the industry is corrected', () => {
    const figures = { employees: 250, revenueTenThousandYuan: 39_000 };
    const sized = after(enterprise, context, [
      register({ industry: { section: 'C', code: '3491' } }),
      { type: 'RecordEnterpriseSize', figures, asOf: day('2021-12-31') },
    ]);
    expect(sized.size).toEqual({ figures, sizeClass: 'small', asOf: '2021-12-31' });
    const decision = decide(
      sized,
      { type: 'ClassifyEnterprise', industry: { section: 'F', code: '51' } },
      context,
    );
    const moved = decision.accepted ? decision.events.reduce((s, e) => evolve(s, recorded(e)), sized) : sized;
    expect(moved.size?.sizeClass).toBe('medium');
  });

  it('hands a team role over without a day with nobody or with two', () => {
    const state = after(enterprise, context, [
      register(),
      assign('m1', 'li', ['2022-01-01', '2022-12-31']),
      handOver('2022-07-01'),
    ]);
    expect(teamMemberOn(state, 'serviceOfficer', day('2022-06-30'))).toBe('li');
    expect(teamMemberOn(state, 'serviceOfficer', day('2022-07-01'))).toBe('wang');
    expect(teamOn(state, day('2022-07-01'))).toHaveLength(1);
    expect(teamMemberOn(state, 'serviceOfficer', day('2022-12-31'))).toBe('wang');
    expect(teamMemberOn(state, 'serviceOfficer', day('2023-01-01'))).toBeUndefined();
  });

  it('takes the next member of a role from the day after the last', () => {
    const commands = [
      register(),
      assign('m1', 'li', ['2022-01-01', '2022-03-31']),
      assign('m2', 'wang', ['2022-04-01']),
    ];
    expect(after(enterprise, context, commands).team).toHaveLength(2);
  });

  it('keeps its record when it leaves, and may come back', () => {
    const state = after(enterprise, context, [
      register(),
      { type: 'RecordEnterpriseLeft', reason: 'movedAway' },
      { type: 'RecordEnterpriseReturned' },
      { type: 'RenameEnterprise', name: 'Robots Two' },
    ]);
    expect(state).toMatchObject({ name: 'Robots Two', presence: { here: true } });
  });
});

type Case = [
  EnterpriseRefusal,
  string,
  readonly EnterpriseCommand[],
  EnterpriseCommand,
  Partial<EnterpriseContext>?,
];
const left: readonly EnterpriseCommand[] = [
  register(),
  { type: 'RecordEnterpriseLeft', reason: 'movedAway' },
];
const team: readonly EnterpriseCommand[] = [register(), assign('m1', 'li', ['2022-01-01'])];
const CASES: readonly Case[] = [
  ['enterprise.unknown', 'is not there', [], { type: 'RenameEnterprise', name: 'A' }],
  ['enterprise.exists', 'is there already', [register()], register()],
  ['enterprise.left', 'has left', left, { type: 'RenameEnterprise', name: 'A' }],
  ['enterprise.here', 'never left', [register()], { type: 'RecordEnterpriseReturned' }],
  ['enterprise.text-invalid', 'has no name', [], register({ name: ' ' })],
  ['enterprise.text-invalid', 'has too long a name', [], register({ name: 'x'.repeat(201) })],
  [
    'enterprise.text-invalid',
    'has a site without address',
    [],
    register({ site: site('plant', { address: '' }) }),
  ],
  ['enterprise.credit-code-length', 'has a short code', [], register({ creditCode: '91' })],
  ['enterprise.credit-code-character', 'has an I', [], register({ creditCode: '91350100I000100Y43' })],
  ['enterprise.credit-code-district', 'has no district', [], register({ creditCode: '9135A100M000100Y43' })],
  [
    'enterprise.credit-code-organisation-check',
    'has a wrong organisation code',
    [],
    register({ creditCode: '91350100M000101Y43' }),
  ],
  [
    'enterprise.credit-code-check',
    'has a wrong last character',
    [],
    register({ creditCode: '91350100M000100Y42' }),
  ],
  ['enterprise.credit-code-taken', "has another's code", [], register(), { creditCodeHolder: 'Robots' }],
  ['enterprise.name-taken', "has another's name", [], register(), { namesake: 'ROBOTS ltd' }],
  [
    'enterprise.name-taken',
    "takes another's name",
    [register()],
    { type: 'RenameEnterprise', name: 'Robots Two' },
    { namesake: 'ROBOTS two' },
  ],
  [
    'enterprise.industry-unknown',
    'has no such industry',
    [],
    register({ industry: { section: 'A', code: '36' } }),
  ],
  [
    'enterprise.size-figures-invalid',
    'has half an employee',
    [register()],
    { type: 'RecordEnterpriseSize', figures: { employees: 0.5 }, asOf: day('2021-12-31') },
  ],
  [
    'enterprise.size-figures-invalid',
    'has figures of tomorrow',
    [register()],
    { type: 'RecordEnterpriseSize', figures: { employees: 5 }, asOf: day('2022-06-02') },
  ],
  [
    'enterprise.size-figures-invalid',
    'has no figure at all',
    [register()],
    { type: 'RecordEnterpriseSize', figures: {}, asOf: day('2021-12-31') },
  ],
  [
    'enterprise.territory-unknown',
    'is nowhere',
    [],
    register({ site: site('plant', { territoryId: id('moon') }) }),
  ],
  [
    'enterprise.power-load-invalid',
    'draws less than nothing',
    [],
    register({ site: site('p', { powerLoadKva: -1 }) }),
  ],
  ['enterprise.site-exists', 'has the site', [register()], { type: 'AddSite', ...site('plant') }],
  ['enterprise.site-unknown', 'lacks the site', [register()], { type: 'ChangeSite', ...site('other') }],
  [
    'enterprise.site-closed',
    'closed the site',
    [register(), { type: 'AddSite', ...site('b') }, { type: 'CloseSite', siteId: id('b') }],
    { type: 'ChangeSite', ...site('b') },
  ],
  ['enterprise.last-site', 'has one site', [register()], { type: 'CloseSite', siteId: id('plant') }],
  ['enterprise.person-unknown', 'is given a stranger', [register()], assign('m1', 'nobody', ['2022-01-01'])],
  ['enterprise.contact-held', 'has the contact', [register(), contact], { ...contact, contactId: id('c2') }],
  [
    'enterprise.contact-unknown',
    'lacks the contact',
    [register()],
    { type: 'EndContact', contactId: id('c1'), lastDay: day('2022-06-01') },
  ],
  ['enterprise.team-role-taken', 'has an officer', team, assign('m2', 'wang', ['2022-05-01'])],
  [
    'enterprise.team-role-taken',
    'will have an officer on the last day',
    team,
    assign('m2', 'wang', ['2021-12-01', '2022-01-01']),
  ],
  ['enterprise.team-member-unknown', 'has no predecessor', [register()], handOver('2022-07-01')],
  ['enterprise.hand-over-to-self', 'hands over to the same', team, handOver('2022-07-01', 'li')],
  ['enterprise.liaison-held', 'has the liaison', [register(), liaison], { ...liaison, liaisonId: id('l2') }],
  [
    'enterprise.liaison-unknown',
    'lacks the liaison',
    [register()],
    { type: 'EndLiaison', liaisonId: id('l1'), lastDay: day('2022-06-01') },
  ],
  [
    'enterprise.unit-unknown',
    'is given no such body',
    [register()],
    { ...liaison, organisationId: id('moon') },
  ],
  [
    'enterprise.dates-reversed',
    'goes backwards',
    [register()],
    assign('m1', 'li', ['2022-02-01', '2022-01-01']),
  ],
  ['enterprise.last-day-outside', 'hands over on the first day', team, handOver('2022-01-01')],
  [
    'enterprise.last-day-outside',
    'ends before it began',
    team,
    { type: 'ReleaseTeamMember', memberId: id('m1'), lastDay: day('2021-12-31') },
  ],
  [
    'enterprise.unchanged',
    'has the stage',
    [register()],
    { type: 'ChangeEnterpriseStage', stage: 'production' },
  ],
];

describe('a command on an enterprise is refused', () => {
  it.each(CASES)('with %s when it %s', (...[code, , given, command, changes = {}]) => {
    const state = given.length === 0 ? undefined : after(enterprise, context, given);
    expect(decide(state, command, { ...context, ...changes })).toMatchObject({
      accepted: false,
      refusal: { code },
    });
  });

  it('for every reason there is', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...ENTERPRISE_REFUSALS].sort());
  });
});

describe('what is wrong with a site', () => {
  const wrong = {
    name: { name: ' ' },
    address: { address: ' ' },
    territoryId: { territoryId: id<'territory'>('moon') },
    powerLoadKva: { powerLoadKva: -1 },
  } satisfies Partial<Record<keyof SiteFields, Partial<SiteFields>>>;

  it.each(Object.entries(wrong))('is said at the %s of the form that has it', (field, changes) => {
    const spoilt = site('b', changes);
    const known = after(enterprise, context, [register(), { type: 'AddSite', ...site('b') }]);
    const said = [
      decide(undefined, register({ site: spoilt }), context),
      decide(after(enterprise, context, [register()]), { type: 'AddSite', ...spoilt }, context),
      decide(known, { type: 'ChangeSite', ...spoilt }, context),
    ].map((decision) => (decision.accepted ? undefined : decision.refusal.facts['field']));
    expect(said).toEqual([`site.${field}`, field, field]);
  });
});
