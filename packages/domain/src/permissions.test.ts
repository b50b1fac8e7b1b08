import { describe, expect, it } from 'vitest';
import type { Access, Actor } from './access/actor.ts';
import type { Role } from './access/role.ts';
import { grant, person, system } from './access/testing/actors.ts';
import { COMMAND_TYPES as DEMAND_COMMAND_TYPES } from './demand/commands.ts';
import { id } from './kernel/testing/history.ts';
import type { LocalDate } from './time/local-date.ts';
import { ACTIONS, may, READ_ACTIONS, type Action } from './permissions.ts';

const ROLE_OF = {
  e: 'enterprise',
  o: 'officer',
  h: 'handler',
  u: 'unit-head',
  d: 'desk',
  l: 'leader',
  g: 'guide',
  i: 'inspector',
  a: 'admin',
} as const satisfies Record<string, Role>;
const LETTERS = Object.keys(ROLE_OF) as (keyof typeof ROLE_OF)[];

const inside = (role: Role): Actor =>
  person(
    'somebody',
    grant(role, {
      units: ['town'],
      territories: ['yufu'],
      ...(role === 'enterprise' && { enterprise: 'robots' }),
    }),
  );
const outside = (role: Role): Actor =>
  person(
    'somebody',
    grant(role, {
      units: ['other'],
      territories: ['shuitu'],
      ...(role === 'enterprise' && { enterprise: 'rival' }),
    }),
  );

const day = '2022-06-01' as LocalDate;
const active = { active: true } as const;
const SUBJECTS = {
  none: undefined,
  unit: { id: id('town'), name: 'Town', kind: 'townCompany', calendar: 'department', standing: active },
  territory: { id: id('yufu'), name: 'Yufu', kind: 'park', standing: active },
  colleague: {
    id: id('wang'),
    personal: { name: 'Wang' },
    unitId: id('town'),
    grants: [],
    standIns: [],
    absences: [],
    delegations: [],
    standing: { kind: 'active' },
  },
  contact: {
    id: id('boss'),
    personal: { name: 'Boss' },
    grants: [],
    standIns: [],
    absences: [],
    delegations: [],
    standing: { kind: 'active' },
  },
  enterprise: {
    id: id('robots'),
    name: 'Robots',
    tags: [],
    stage: 'production',
    growth: 'steady',
    sites: [
      { siteId: id('s'), name: 'Plant', territoryId: id('yufu'), address: '1', tenure: 'owned', open: true },
    ],
    contacts: [],
    team: [],
    liaisons: [],
    sample: false,
    presence: { here: true },
  },
  category: { id: id('c'), key: 'water', names: { zh: '水', en: 'Water' }, active: true, entries: [] },
  roster: { id: id('r'), name: 'Desk', unitId: id('town'), duties: [], open: true },
  visit: {
    id: id('v'),
    visitorIds: [id('li')],
    target: { kind: 'enterprise', enterpriseId: id('robots') },
    territoryId: id('yufu'),
    on: day,
    purposes: ['policy'],
    findings: [],
    progress: { kind: 'made' },
  },
  session: {
    id: id('p'),
    organiserUnitId: id('town'),
    speakerIds: [],
    topic: 'Tax',
    on: day,
    attendees: 3,
    enterpriseIds: [],
    handbookGiven: false,
    standing: { counts: true },
  },
  project: {
    id: id('p'),
    name: 'Plant',
    investment: 'enterprise',
    unitId: id('town'),
    territoryId: id('yufu'),
    stage: 'land',
    since: day,
    papersComplete: false,
    standing: { inLibrary: true },
  },
  where: { enterpriseId: id<'enterprise'>('robots'), personIds: [id<'person'>('boss')] },
} as const;

/** Kept by hand from product section 1: subject, who may within reach, who still may out of reach. Tests read it, nothing else does. */
const TABLE: Partial<Record<Action, readonly [keyof typeof SUBJECTS, string, string]>> = {
  RegisterOrganisation: ['none', 'a', 'a'],
  RenameOrganisation: ['unit', 'a', 'a'],
  MoveOrganisation: ['unit', 'a', 'a'],
  ChangeOrganisationCalendar: ['unit', 'a', 'a'],
  CloseOrganisation: ['unit', 'a', 'a'],
  ReopenOrganisation: ['unit', 'a', 'a'],
  RegisterTerritory: ['none', 'a', 'a'],
  RenameTerritory: ['territory', 'a', 'a'],
  MoveTerritory: ['territory', 'a', 'a'],
  CloseTerritory: ['territory', 'a', 'a'],
  ReopenTerritory: ['territory', 'a', 'a'],
  RegisterPerson: ['none', 'oda', 'oda'],
  ChangePersonalDetails: ['colleague', 'a', 'a'],
  MovePersonToUnit: ['colleague', 'a', 'a'],
  GrantRole: ['colleague', 'a', 'a'],
  EndRole: ['colleague', 'a', 'a'],
  GrantContactRole: ['contact', 'oda', 'oda'],
  EndContactRole: ['contact', 'oda', 'oda'],
  NameStandIn: ['colleague', 'ua', 'a'],
  EndStandIn: ['colleague', 'ua', 'a'],
  RecordAbsence: ['colleague', 'ua', 'a'],
  EndAbsence: ['colleague', 'ua', 'a'],
  DelegateDuties: ['colleague', 'a', 'a'],
  EndDelegation: ['colleague', 'ua', 'a'],
  DeactivatePerson: ['colleague', 'a', 'a'],
  ReactivatePerson: ['colleague', 'a', 'a'],
  ErasePerson: ['colleague', 'a', 'a'],
  RegisterEnterprise: ['none', 'od', 'od'],
  RenameEnterprise: ['enterprise', 'od', ''],
  CorrectCreditCode: ['enterprise', 'od', ''],
  ClassifyEnterprise: ['enterprise', 'od', ''],
  RecordEnterpriseSize: ['enterprise', 'od', ''],
  TagEnterprise: ['enterprise', 'od', ''],
  ChangeEnterpriseStage: ['enterprise', 'od', ''],
  JudgeEnterpriseGrowth: ['enterprise', 'odl', ''],
  AddSite: ['enterprise', 'eod', ''],
  ChangeSite: ['enterprise', 'eod', ''],
  CloseSite: ['enterprise', 'od', ''],
  AddContact: ['enterprise', 'eod', ''],
  EndContact: ['enterprise', 'eod', ''],
  AssignTeamMember: ['enterprise', 'd', ''],
  ReleaseTeamMember: ['enterprise', 'd', ''],
  HandOverTeamRole: ['enterprise', 'd', ''],
  AddLiaison: ['enterprise', 'od', ''],
  EndLiaison: ['enterprise', 'od', ''],
  RecordEnterpriseLeft: ['enterprise', 'd', ''],
  RecordEnterpriseReturned: ['enterprise', 'd', ''],
  AddCategory: ['none', 'a', 'a'],
  RenameCategory: ['category', 'a', 'a'],
  MoveCategory: ['category', 'a', 'a'],
  RetireCategory: ['category', 'a', 'a'],
  RestoreCategory: ['category', 'a', 'a'],
  AddCatalogueEntry: ['category', 'da', 'da'],
  EndCatalogueEntry: ['category', 'da', 'da'],
  OpenSettings: ['none', 'a', 'a'],
  ChangeSetting: ['none', 'a', 'a'],
  WithdrawSettingChange: ['none', 'a', 'a'],
  SetCalendarDay: ['none', 'a', 'a'],
  ClearCalendarDay: ['none', 'a', 'a'],
  ChangeCalendarCoverage: ['none', 'a', 'a'],
  OpenDutyRoster: ['none', 'uda', 'uda'],
  RenameDutyRoster: ['roster', 'uda', 'a'],
  PlanDuty: ['roster', 'uda', 'a'],
  TakeOverDuty: ['roster', 'uda', 'a'],
  CancelDuty: ['roster', 'uda', 'a'],
  CloseDutyRoster: ['roster', 'uda', 'a'],
  PlanVisit: ['none', 'ohudlg', 'ohudlg'],
  RecordVisit: ['none', 'ohudlg', 'ohudlg'],
  MakeVisit: ['visit', 'd', ''],
  CorrectVisit: ['visit', 'd', ''],
  AddFinding: ['visit', 'd', ''],
  LinkFinding: ['visit', 'od', ''],
  CancelVisit: ['visit', 'd', ''],
  HoldPolicySession: ['none', 'ohudg', 'ohudg'],
  CorrectPolicySession: ['session', 'ohudg', ''],
  StrikePolicySession: ['session', 'ohudg', ''],
  RegisterProject: ['none', 'ohud', 'ohud'],
  CorrectProject: ['project', 'ohud', ''],
  MoveProjectToStage: ['project', 'ohud', ''],
  JudgeProjectPapers: ['project', 'ohud', ''],
  DropProject: ['project', 'ohud', ''],
  TakeUpProjectAgain: ['project', 'ohud', ''],
  'demand.read': ['none', 'eohudlgi', 'eohudlgi'],
  'list.export': ['none', 'udli', 'udli'],
  'enterprise.read': ['where', 'eohudlgi', 'ohudlgi'],
  'visit.read': ['visit', 'ohudlgi', 'ohudlgi'],
  'policySession.read': ['session', 'ohudlgi', 'ohudlgi'],
  'project.read': ['where', 'eohudlgi', 'ohudlgi'],
  'directory.read': ['none', 'ohudlgia', 'ohudlgia'],
  'person.read': ['where', 'ohudlgia', 'ohudlgia'],
  'settings.read': ['none', 'ohudlgia', 'ohudlgia'],
  'figures.read': ['none', 'ohudlgi', 'ohudlgi'],
  'audit.read': ['none', 'i', 'i'],
};

type AnyAsk = (actor: Actor, action: Action, subject: unknown) => Access;
const ask = may as AnyAsk;
const ROWS = Object.entries(TABLE).map(([action, row]) => [action as Action, ...row] as const);
const allowed = (action: Action, subject: unknown, as: (role: Role) => Actor): string =>
  LETTERS.filter((letter) => ask(as(ROLE_OF[letter]), action, subject) === 'allowed').join('');

describe('the table of permissions', () => {
  it.each(ROWS)('%s of %s', (...[action, subject, within, beyond]) => {
    expect(allowed(action, SUBJECTS[subject], inside)).toBe(within);
    expect(allowed(action, SUBJECTS[subject], outside)).toBe(beyond);
  });

  it('names every action but the commands on demands, which have a table of their own', () => {
    const demands: readonly string[] = DEMAND_COMMAND_TYPES;
    expect(ROWS.map(([action]) => action).sort()).toEqual(
      ACTIONS.filter((each) => !demands.includes(each)).sort(),
    );
    expect(ACTIONS).toEqual(expect.arrayContaining([...demands, ...READ_ACTIONS]));
  });

  it('hides from an enterprise what it may not do, except on its own record', () => {
    const rival = outside('enterprise');
    for (const [action, subject, , beyond] of ROWS) {
      if (!beyond.includes('e'))
        expect([action, ask(rival, action, SUBJECTS[subject])]).toEqual([action, 'hidden']);
    }
    expect(ask(inside('enterprise'), 'RenameEnterprise', SUBJECTS.enterprise)).toBe('forbidden');
  });

  it('allows nothing to a person without grants', () => {
    for (const action of ACTIONS)
      expect([action, ask(person('nobody'), action, undefined)]).not.toEqual([action, 'allowed']);
  });

  it('gives an administrator no demand and no enterprise', () => {
    const admin = inside('admin');
    const business = [
      ...DEMAND_COMMAND_TYPES,
      ...ACTIONS.filter((each) => /Enterprise|enterprise|demand/.test(each)),
    ];
    for (const action of business)
      expect([action, ask(admin, action, undefined)]).not.toEqual([action, 'allowed']);
  });

  it('gives an inspector every list and no command of these records', () => {
    const inspector = inside('inspector');
    for (const action of READ_ACTIONS)
      expect([action, ask(inspector, action, undefined)]).toEqual([action, 'allowed']);
    for (const [action, subject] of ROWS)
      if (!action.includes('.')) expect(ask(inspector, action, SUBJECTS[subject])).not.toBe('allowed');
  });

  it('lets a person change their own details, absences and delegations, and nothing more', () => {
    const me = { ...SUBJECTS.colleague, id: id<'person'>('somebody') };
    const own = ROWS.filter(([, subject]) => subject === 'colleague' || subject === 'contact').map(
      ([action]) => action,
    );
    expect(own.filter((action) => ask(outside('handler'), action, me) === 'allowed').sort()).toEqual([
      'ChangePersonalDetails',
      'DelegateDuties',
      'EndAbsence',
      'EndDelegation',
      'RecordAbsence',
    ]);
    expect(ask(outside('enterprise'), 'person.read', { personIds: ['somebody'] })).toBe('allowed');
  });

  it('lets a linked leader judge an enterprise out of reach, and a stand-in for that leader too', () => {
    const member = { memberId: id('m'), role: 'linkedLeader', personId: id('chair'), from: day };
    const linked = { ...SUBJECTS.enterprise, team: [member] };
    const standIn = person('deputy', grant('leader', { onBehalfOf: 'chair' }));
    expect(ask(person('chair', grant('leader')), 'JudgeEnterpriseGrowth', linked)).toBe('allowed');
    expect(ask(standIn, 'JudgeEnterpriseGrowth', linked)).toBe('allowed');
    expect(ask(person('deputy', grant('leader')), 'JudgeEnterpriseGrowth', linked)).toBe('forbidden');
    const ended = { ...SUBJECTS.enterprise, team: [{ ...member, to: day }] };
    expect(ask(person('chair', grant('leader')), 'JudgeEnterpriseGrowth', ended)).toBe('forbidden');
  });

  it('lets the program itself do what these records need', () => {
    expect(ask(system, 'LinkFinding', SUBJECTS.visit)).toBe('allowed');
    expect(ask(system, 'enterprise.read', SUBJECTS.where)).toBe('allowed');
  });
});
