import type { Actor, Grant, PersonActor } from '../../access/actor.ts';
import type { Role } from '../../access/role.ts';
import type {
  DemandId,
  EnterpriseId,
  OrganisationId,
  PersonId,
  TenantId,
  TerritoryId,
} from '../../kernel/ids.ts';
import { assertInstant, type Instant } from '../../time/instant.ts';
import type { LadderPolicies } from '../../time/ladder.ts';
import type { Limit, LimitUnit } from '../../time/limits.ts';
import { assertDate } from '../../time/local-date.ts';
import type { WorkCalendar } from '../../time/work-calendar.ts';
import { DEFAULT_CATEGORIES } from '../categories.ts';
import type { DemandContext, DemandFacts } from '../context.ts';
import type { Holder, SiteId } from '../parts.ts';
import type { DemandSettings } from '../settings.ts';

/** A small zone for tests: six units with a head and a handler each, one enterprise, everyone in one territory. */
export const UNITS = ['power', 'water', 'roads', 'planning', 'safety', 'housing'] as const;
export type UnitName = (typeof UNITS)[number];

export const unit = (name: UnitName | 'desk' | 'station' | 'office'): OrganisationId =>
  `unit-${name}` as OrganisationId;
export const person = (name: string): PersonId => `person-${name}` as PersonId;
export const PARK = 'territory-park' as TerritoryId;
export const ELSEWHERE = 'territory-elsewhere' as TerritoryId;
export const ROBOT_MAKER = 'enterprise-robots' as EnterpriseId;
export const PLANT = 'site-plant' as SiteId;
export const TENANT = 1 as TenantId;

const ALL_UNITS = [...UNITS.map((name) => unit(name)), unit('desk'), unit('station'), unit('office')];

const grant = (role: Role, more: Partial<Grant> = {}): Grant => ({
  role,
  organisationIds: [],
  territoryIds: [],
  ...more,
});

const someone = (name: string, ...grants: readonly Grant[]): PersonActor => ({
  kind: 'person',
  today: assertDate('2022-06-01'),
  tenantId: TENANT,
  personId: person(name),
  grants,
});

const inPark = (role: Role, at: 'desk' | 'station' | 'office'): Grant =>
  grant(role, { unitId: unit(at), territoryIds: [PARK], organisationIds: ALL_UNITS });

export const head = (of: UnitName): PersonActor =>
  someone(`head-${of}`, grant('unit-head', { unitId: unit(of), organisationIds: [unit(of)] }));
export const handler = (of: UnitName): PersonActor =>
  someone(`handler-${of}`, grant('handler', { unitId: unit(of), organisationIds: [unit(of)] }));

/** Somebody of the unit with nothing but a role in it; the person themselves when one is named. */
export const colleague = ({ unitId, personId = person('colleague') }: Holder): PersonActor => ({
  ...someone('colleague', grant('handler', { unitId, organisationIds: [unitId] })),
  personId,
});

export const ACTORS = {
  system: { kind: 'system', tenantId: TENANT } satisfies Actor,
  asker: someone('asker', grant('enterprise', { enterpriseId: ROBOT_MAKER })),
  clerk: someone('clerk', inPark('desk', 'desk')),
  caller: someone('caller', inPark('desk', 'desk')),
  officer: someone('officer', inPark('officer', 'station')),
  leader: someone('leader', inPark('leader', 'office')),
  inspector: someone('inspector', inPark('inspector', 'office')),
  admin: someone('admin', grant('admin', { unitId: unit('office') })),
  stranger: someone('stranger', grant('desk', { unitId: unit('office'), territoryIds: [ELSEWHERE] })),
} as const;

const HOURS = { morning: [540, 720], afternoon: [840, 1080] } as const;

export const calendar = (to = '2026-12-31'): WorkCalendar => ({
  name: 'test',
  weekly: [HOURS, HOURS, HOURS, HOURS, HOURS, {}, {}],
  makeUpHours: HOURS,
  source: 'test',
  exceptions: {},
  coverage: { from: assertDate('2022-01-01'), to: assertDate(to) },
});
const CALENDAR = calendar();

const limit = (amount: number, kind: LimitUnit = 'workingDays'): Limit => ({
  unit: kind,
  amount,
  start: kind === 'naturalMinutes' ? 'immediately' : 'nextDay',
  rollForward: false,
});

const ladder: LadderPolicies = [
  {
    from: assertDate('2022-01-01'),
    value: {
      steps: [
        { step: 'notice', at: { kind: 'usedFraction', fraction: 0.8 }, recipients: ['responsible'] },
        {
          step: 'reminder',
          at: { kind: 'afterDue', limit: limit(0) },
          recipients: ['responsible', 'unitHead'],
        },
        { step: 'supervisionNotice', at: { kind: 'afterDue', limit: limit(2) }, recipients: ['inspector'] },
        { step: 'leader', at: { kind: 'afterDue', limit: limit(5) }, recipients: ['leader'] },
      ],
    },
  },
];

const limits = (settle: number) => ({
  contact: limit(240, 'naturalMinutes'),
  plan: limit(2),
  settle: limit(settle),
  rework: limit(3),
  decline: limit(1),
});

export const SETTINGS: DemandSettings = {
  categories: DEFAULT_CATEGORIES,
  limits: { general: limits(10), urgent: limits(5), critical: limits(1) },
  declinesBeforeConsultation: 2,
  rejectionsBeforeConsultation: 2,
  answerApproval: true,
  verdictLimit: limit(5),
  callBackLimit: limit(2),
  callBackAttempts: 3,
  returnVisit: { delay: limit(10), kind: 'phone' },
  pauseReasons: [
    { key: 'awaiting-enterprise', proofNeeded: false, cap: { unit: 'workingDays', amount: 5 } },
    { key: 'used-up', proofNeeded: false, cap: { unit: 'calendarDays', amount: 0 } },
    { key: 'awaiting-court', proofNeeded: true, cap: { unit: 'calendarDays', amount: 3_650 } },
  ],
  extension: { maxWorkdays: 10, maxTimes: 1 },
  interim: { maxCalendarDays: 180, maxTimes: 2 },
  referral: { maxCalendarDays: 60 },
  ladders: { contact: [], plan: [], settle: ladder },
  onTheSpotCategories: ['policy', 'lifeServices'],
  maxText: { title: 60, text: 2_000, note: 1_000, answer: 2_000, words: 500, number: 40 },
};

export const demandId = (name: string): DemandId => `demand-${name}` as DemandId;

export const FACTS: DemandFacts = {
  enterpriseActive: true,
  serviceOfficer: { unitId: unit('station'), personId: person('officer') },
  dutyDesk: { unitId: unit('desk') },
  activeUnitIds: ALL_UNITS,
  unitsOfPerson: {
    ...Object.fromEntries(
      UNITS.flatMap((name) => [
        [person(`head-${name}`), [unit(name)]],
        [person(`handler-${name}`), [unit(name)]],
      ]),
    ),
    [person('clerk')]: [unit('desk')],
    [person('caller')]: [unit('desk')],
    [person('officer')]: [unit('station')],
    [person('leader')]: [unit('office')],
  },
  linkedDemands: [
    { demandId: demandId('open'), status: 'handling', enterpriseId: ROBOT_MAKER },
    { demandId: demandId('closed'), status: 'closed', enterpriseId: ROBOT_MAKER },
    { demandId: demandId('foreign'), status: 'handling', enterpriseId: 'enterprise-other' as EnterpriseId },
  ],
  territoryIds: [PARK, ELSEWHERE],
  visitIds: [],
  projectIds: [],
  siteIds: [PLANT],
  contactIds: [person('asker')],
};

/** A Wednesday morning. */
export const MORNING: Instant = assertInstant('2022-06-15T09:30:00.000+08:00');

export const contextOf = (actor: Actor, now: Instant, more: Partial<DemandContext> = {}): DemandContext => ({
  now,
  actor,
  calendars: { officer: CALENDAR, department: CALENDAR },
  settings: SETTINGS,
  facts: FACTS,
  ...more,
});
