import { describe, expect, it } from 'vitest';
import { dataScope } from '../access/scope.ts';
import type { OrganisationId, TenantId, TerritoryId } from '../kernel/ids.ts';
import { id } from '../kernel/testing/history.ts';
import type { Tree } from '../kernel/tree.ts';
import type { LocalDate } from '../time/local-date.ts';
import { actorFor, type ActorFacts } from './actor-for.ts';
import type { PersonState, RoleGrant } from './state.ts';

const day = (text: string) => text as LocalDate;
const organisations: Tree<OrganisationId> = new Map([
  [id('group'), undefined],
  [id('town'), id('group')],
  [id('station'), id('town')],
  [id('water'), undefined],
]);
const territories: Tree<TerritoryId> = new Map([
  [id('zone'), undefined],
  [id('yufu'), id('zone')],
  [id('grid1'), id('yufu')],
  [id('grid2'), id('yufu')],
  [id('shuitu'), id('zone')],
]);
const who = (name: string, changes: Partial<PersonState> = {}): PersonState => ({
  id: id(name),
  personal: { name },
  grants: [],
  standIns: [],
  absences: [],
  delegations: [],
  standing: { kind: 'active' },
  ...changes,
});
const granted = (grantId: string, changes: Partial<RoleGrant>): RoleGrant => ({
  grantId: id(grantId),
  role: 'officer',
  from: day('2022-01-01'),
  to: day('2022-12-31'),
  ...changes,
});
const facts = (today: string, principals: readonly PersonState[] = []): ActorFacts => ({
  tenantId: 1 as TenantId,
  today: day(today),
  organisations,
  territories,
  principals,
});
const desk = granted('desk', { role: 'desk', unitId: id('town'), territoryId: id('yufu') });
const inspector = granted('inspector', { role: 'inspector' });
const away = { absenceId: id<'absence'>('a'), from: day('2022-06-10'), to: day('2022-06-14') };
const wangStandsIn = {
  standInId: id<'standIn'>('s'),
  personId: id<'person'>('wang'),
  from: day('2022-01-01'),
};

describe('an actor', () => {
  it('reaches the units and territories below each grant', () => {
    expect(actorFor(who('li', { grants: [desk] }), facts('2022-06-01')).grants).toEqual([
      {
        role: 'desk',
        unitId: 'town',
        organisationIds: ['town', 'station'],
        territoryIds: ['yufu', 'grid1', 'grid2'],
      },
    ]);
  });

  it.each([
    ['2021-12-31', 0],
    ['2022-01-01', 1],
    ['2022-12-31', 1],
    ['2023-01-01', 0],
  ])('on %s has %i grants of a role held in 2022', (today, count) => {
    expect(actorFor(who('li', { grants: [desk] }), facts(today)).grants).toHaveLength(count);
  });

  it('has no grants once deactivated, neither own nor lent', () => {
    const principal = who('li', { grants: [desk], standIns: [wangStandsIn], absences: [away] });
    const wang = who('wang', { grants: [desk], standing: { kind: 'deactivated', since: day('2022-05-01') } });
    expect(actorFor(wang, facts('2022-06-12', [principal])).grants).toEqual([]);
  });

  it.each([
    ['2022-06-09', 0],
    ['2022-06-10', 1],
    ['2022-06-14', 1],
    ['2022-06-15', 0],
  ])(
    'on %s stands in with %i grants for a principal who is away from the 10th to the 14th',
    (today, count) => {
      const principal = who('li', { grants: [desk], standIns: [wangStandsIn], absences: [away] });
      const { grants } = actorFor(who('wang'), facts(today, [principal]));
      expect(grants).toHaveLength(count);
      expect(grants.every((grant) => grant.onBehalfOf === 'li')).toBe(true);
    },
  );

  it('is lent only the grants named in a delegation, on its days', () => {
    const delegation = {
      delegationId: id<'delegation'>('d'),
      personId: id<'person'>('wang'),
      grantIds: [desk.grantId],
      from: day('2022-06-01'),
      to: day('2022-06-02'),
    };
    const principal = who('li', { grants: [desk, inspector], delegations: [delegation] });
    const rolesOn = (today: string) =>
      actorFor(who('wang'), facts(today, [principal])).grants.map(({ role }) => role);
    expect(rolesOn('2022-05-31')).toEqual([]);
    expect(rolesOn('2022-06-02')).toEqual(['desk']);
    expect(rolesOn('2022-06-03')).toEqual([]);
    expect(actorFor(who('zhao'), facts('2022-06-02', [principal])).grants).toEqual([]);
  });

  it('is lent nothing that was itself lent', () => {
    const li = who('li', { grants: [desk], standIns: [wangStandsIn], absences: [away] });
    const zhaoStandsIn = { ...wangStandsIn, personId: id<'person'>('zhao') };
    const wang = who('wang', { standIns: [zhaoStandsIn], absences: [away] });
    expect(actorFor(who('zhao'), facts('2022-06-12', [wang, li])).grants).toEqual([]);
  });

  it('is never lent the voice of an enterprise', () => {
    const voice = granted('voice', { role: 'enterprise', enterpriseId: id('robots') });
    const principal = who('li', { grants: [voice], standIns: [wangStandsIn], absences: [away] });
    expect(actorFor(who('wang'), facts('2022-06-12', [principal])).grants).toEqual([]);
  });

  it('sees what is assigned to the principal in person while standing in', () => {
    const principal = who('li', { grants: [desk], standIns: [wangStandsIn], absences: [away] });
    expect(dataScope(actorFor(who('wang'), facts('2022-06-12', [principal])))).toMatchObject({
      personIds: ['li'],
    });
  });
});
