import type { CatalogueEntryId, CategoryId } from '@xiaoer/domain/catalogue/state';
import type { DutyId, DutyRosterId } from '@xiaoer/domain/duty-roster/duty-roster';
import type { ContactId, SiteId, TeamMemberId } from '@xiaoer/domain/enterprise/state';
import type { GrantId } from '@xiaoer/domain/person/state';
import type { SettingsId } from '@xiaoer/domain/settings/state';
import { assertDate } from '@xiaoer/domain/time/local-date';
import type { ScenarioStep, StoryCommand } from '../scenario.ts';
import { CATEGORIES, catalogueRows } from './categories.ts';
import { weeksOfDuty } from './duty.ts';
import { samplePhone } from './enterprises.ts';
import { SET_UP, SET_UP_DAY } from './moments.ts';
import { SETTINGS } from './settings.ts';
import { STAFF } from './staff.ts';
import { OUTSIDE_BODIES, TERRITORIES, UNITS } from './units.ts';
import type { Zone, ZoneEnterprise } from './zone.ts';

type Opening = StoryCommand & { readonly id: string };

/** Founding steps; those of one word are sent together, as an import is. */
const founding = (together: string, openings: readonly Opening[]): readonly ScenarioStep[] =>
  openings.map((opening) => ({ ...opening, at: SET_UP, by: 'founder', together }));

const organisations = (zone: Zone): readonly ScenarioStep[] => {
  const opening = ({ key, zh, en, kind, calendar, parent }: (typeof UNITS)[number]): Opening => ({
    aggregate: 'organisation',
    id: zone.unit(key),
    command: {
      type: 'RegisterOrganisation',
      organisationId: zone.unit(key),
      name: zh,
      nameEn: en,
      kind,
      calendar,
      ...(parent !== undefined && { parentId: zone.unit(parent) }),
    },
  });
  const at = (parent: (key: string | undefined) => boolean) =>
    UNITS.filter((row) => parent(row.parent)).map(opening);
  return [
    ...founding('units 1', [...at((parent) => parent === undefined), ...OUTSIDE_BODIES.map(opening)]),
    ...founding(
      'units 2',
      at((parent) => parent === 'group'),
    ),
    ...founding(
      'units 3',
      at((parent) => parent !== undefined && parent !== 'group'),
    ),
  ];
};

const territories = (zone: Zone): readonly ScenarioStep[] =>
  (['zone', 'park', 'block'] as const).flatMap((level) =>
    founding(
      `territories ${level}`,
      TERRITORIES.filter(({ kind }) => kind === level).map(({ key, zh, en, kind, parent }) => ({
        aggregate: 'territory',
        id: zone.territory(key),
        command: {
          type: 'RegisterTerritory',
          territoryId: zone.territory(key),
          name: zh,
          nameEn: en,
          kind,
          ...(parent !== undefined && { parentId: zone.territory(parent) }),
        },
      })),
    ),
  );

const staff = (zone: Zone): readonly ScenarioStep[] => [
  ...founding(
    'staff',
    STAFF.map(({ key, name, unit }, ordinal) => ({
      aggregate: 'person',
      id: zone.staff(key),
      command: {
        type: 'RegisterPerson',
        personId: zone.staff(key),
        personal: { name, phone: samplePhone(ordinal + 1) },
        unitId: zone.unit(unit),
      },
    })),
  ),
  ...founding(
    'roles',
    STAFF.flatMap(({ key, roles }) =>
      roles.map(({ role, unit, territory }): Opening => ({
        aggregate: 'person',
        id: zone.staff(key),
        command: {
          type: 'GrantRole',
          grantId: zone.idOf<'grant'>(`grant ${key} ${role}`) as GrantId,
          role,
          ...(unit !== undefined && { unitId: zone.unit(unit) }),
          ...(territory !== undefined && { territoryId: zone.territory(territory) }),
          from: SET_UP_DAY,
        },
      })),
    ),
  ),
];

const categories = (zone: Zone): readonly ScenarioStep[] => {
  const idOf = (key: string) => zone.idOf<'category'>(`category ${key}`) as CategoryId;
  return [
    ...founding(
      'categories',
      CATEGORIES.map(({ key, zh, en }) => ({
        aggregate: 'category',
        id: idOf(key),
        command: { type: 'AddCategory', categoryId: idOf(key), key, names: { zh, en } },
      })),
    ),
    ...founding(
      'catalogue',
      CATEGORIES.flatMap((row) =>
        catalogueRows(row).map(({ territory, unit }): Opening => ({
          aggregate: 'category',
          id: idOf(row.key),
          command: {
            type: 'AddCatalogueEntry',
            entryId: zone.idOf<'catalogueEntry'>(`catalogue ${row.key} ${unit}`) as CatalogueEntryId,
            ...(territory !== undefined && { territoryId: zone.territory(territory) }),
            unitId: zone.unit(unit),
            from: SET_UP_DAY,
          },
        })),
      ),
    ),
  ];
};

const settings = (zone: Zone): readonly ScenarioStep[] => {
  const settingsId = zone.idOf<'settings'>('settings') as SettingsId;
  return founding('settings', [
    {
      aggregate: 'settings',
      id: settingsId,
      command: { type: 'OpenSettings', settingsId, from: SET_UP_DAY, values: SETTINGS },
    },
  ]);
};

const dutyRoster = (zone: Zone): readonly ScenarioStep[] => {
  const dutyRosterId = zone.idOf<'dutyRoster'>('duty roster') as DutyRosterId;
  const ofRoster = { aggregate: 'duty-roster', id: dutyRosterId } as const;
  return founding('duty roster', [
    {
      ...ofRoster,
      command: {
        type: 'OpenDutyRoster',
        dutyRosterId,
        name: '综合协调岗值班表',
        unitId: zone.unit('partyHr'),
        territoryId: zone.territory('area'),
      },
    },
    ...weeksOfDuty().map(({ clerk, from, to }): Opening => ({
      ...ofRoster,
      command: {
        type: 'PlanDuty',
        dutyId: zone.idOf<'duty'>(`duty ${from}`) as DutyId,
        personId: zone.staff(clerk),
        from,
        to,
      },
    })),
  ]);
};

const registering = (zone: Zone, enterprise: ZoneEnterprise): Opening => ({
  aggregate: 'enterprise',
  id: enterprise.id,
  command: {
    type: 'RegisterEnterprise',
    enterpriseId: enterprise.id,
    name: enterprise.name,
    shortName: enterprise.shortName,
    creditCode: enterprise.creditCode,
    industry: enterprise.industry,
    stage: enterprise.stage,
    tags: enterprise.tags,
    site: {
      siteId: zone.idOf<'site'>(`site ${enterprise.key}`) as SiteId,
      name: '厂区',
      territoryId: zone.territory(enterprise.block),
      address: `新区${enterprise.shortName}厂区`,
      tenure: enterprise.tags.includes('littleGiant') ? 'owned' : 'rented',
    },
    sample: true,
  },
});

const contactPerson = (enterprise: ZoneEnterprise): Opening => ({
  aggregate: 'person',
  id: enterprise.contactId,
  command: {
    type: 'RegisterPerson',
    personId: enterprise.contactId,
    personal: { name: enterprise.contactName, phone: enterprise.phone },
  },
});

const contactRole = (zone: Zone, { key, id, contactId }: ZoneEnterprise): Opening => ({
  aggregate: 'person',
  id: contactId,
  command: {
    type: 'GrantContactRole',
    grantId: zone.idOf<'grant'>(`grant contact ${key}`) as GrantId,
    enterpriseId: id,
    from: SET_UP_DAY,
  },
});

/** The contact, the size, and the team: linked leader, park cadre, service officer, own contact, Party guide. */
const circle = (zone: Zone, enterprise: ZoneEnterprise): readonly Opening[] => {
  const { key, id, contactId, leader, cadre, officer, guide, figures } = enterprise;
  const member = (role: string) => zone.idOf<'teamMember'>(`team ${key} ${role}`) as TeamMemberId;
  const team = [
    ['linkedLeader', zone.staff(leader)],
    ['parkCadre', zone.staff(cadre)],
    ['serviceOfficer', zone.staff(officer)],
    ['enterpriseContact', contactId],
    ...(guide === undefined ? [] : [['partyGuide', zone.staff(guide)] as const]),
  ] as const;
  return [
    {
      aggregate: 'enterprise',
      id,
      command: { type: 'RecordEnterpriseSize', figures, asOf: assertDate('2021-12-31') },
    },
    {
      aggregate: 'enterprise',
      id,
      command: {
        type: 'AddContact',
        contactId: zone.idOf<'contact'>(`contact of ${key}`) as ContactId,
        personId: contactId,
        role: 'liaison',
        from: SET_UP_DAY,
      },
    },
    ...team.map(([role, personId]): Opening => ({
      aggregate: 'enterprise',
      id,
      command: { type: 'AssignTeamMember', memberId: member(role), personId, role, from: SET_UP_DAY },
    })),
  ];
};

const enterprises = (zone: Zone): readonly ScenarioStep[] => {
  const all = zone.enterprises;
  return [
    ...founding(
      'enterprises',
      all.map((enterprise) => registering(zone, enterprise)),
    ),
    ...founding('contacts', all.map(contactPerson)),
    ...founding(
      'contact roles',
      all.map((enterprise) => contactRole(zone, enterprise)),
    ),
    ...founding(
      'teams',
      all.flatMap((enterprise) => circle(zone, enterprise)),
    ),
  ];
};

/** Everything that stands before the first day of the story. */
export const setUpSteps = (zone: Zone): readonly ScenarioStep[] => [
  ...organisations(zone),
  ...territories(zone),
  ...staff(zone),
  ...categories(zone),
  ...settings(zone),
  ...dutyRoster(zone),
  ...enterprises(zone),
];
