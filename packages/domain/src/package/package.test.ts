import { describe, expect, test } from 'vitest';
import { grant, person } from '../access/testing/actors.ts';
import type { DemandId, EnterpriseId, OrganisationId, PackageId, PersonId, TenantId } from '../kernel/ids.ts';
import { assertInstant } from '../time/instant.ts';
import type { PackageCommand } from './commands.ts';
import { decide, type PackageContext } from './decide.ts';
import { evolve } from './evolve.ts';
import { allowedPackageActions, packageAccess } from './permissions.ts';
import type { Package } from './state.ts';

const NOW = assertInstant('2022-07-01T10:00:00.000+08:00');
const CASTINGS = 'enterprise-castings' as EnterpriseId;
const UNIT = 'unit-town' as OrganisationId;
const LEAD = { unitId: UNIT, personId: 'person-lead' as PersonId };
const SYSTEM = { kind: 'system', tenantId: 1 as TenantId } as const;
const need = (n: number): DemandId => `demand-${n}` as DemandId;

const context = (facts: Partial<PackageContext['facts']> = {}): PackageContext => ({
  now: NOW,
  actor: SYSTEM,
  settings: { maxTitle: 60, maxReason: 500 },
  facts: { leadUnitIds: [UNIT], openParts: [], ...facts },
});

const fit = (demandId: DemandId) => ({ demandId, enterpriseId: CASTINGS, closed: false, inPackage: false });
const add = (n: number): PackageCommand => ({ type: 'AddDemandToPackage', demandId: need(n) });
const open: PackageCommand = {
  type: 'OpenPackage',
  packageId: 'package-1' as PackageId,
  number: 'P1',
  enterpriseId: CASTINGS,
  title: '三十六项需求',
  lead: LEAD,
};
const close: PackageCommand = { type: 'ClosePackageIfComplete' };

const done = (state: Package | undefined, command: PackageCommand, facts = {}): Package => {
  const decision = decide(state, command, context(facts));
  if (!decision.accepted) throw new Error(JSON.stringify(decision));
  let next = state;
  for (const event of decision.events) next = evolve(next, { ...event, at: NOW, by: { system: true } });
  if (next === undefined) throw new Error('nothing happened');
  return next;
};
const code = (state: Package | undefined, command: PackageCommand, facts = {}): string | undefined => {
  const decision = decide(state, command, context(facts));
  return decision.accepted ? undefined : decision.refusal.code;
};

const opened = done(undefined, open);
const thirtySix = Array.from({ length: 36 }, (_, n) => n).reduce(
  (state, n) => done(state, add(n), { demand: fit(need(n)) }),
  opened,
);

describe('a package', () => {
  test('takes in thirty-six demands of one enterprise under one lead', () => {
    expect(thirtySix).toMatchObject({ status: 'open', lead: LEAD });
    expect(thirtySix.demandIds).toHaveLength(36);
  });

  test('closes with its last part and not before', () => {
    expect(code(thirtySix, close, { openParts: [need(0)] })).toBe('package.parts-open');
    expect(done(thirtySix, close)).toMatchObject({ status: 'closed', closedAt: NOW });
  });

  test('does not close while it has no part', () => {
    expect(code(opened, close)).toBe('package.parts-open');
  });

  test('opens again with a reopened part, and only with a part of its own', () => {
    const closed = done(thirtySix, close);
    expect(done(closed, { type: 'ReopenPackage', demandId: need(3) }).status).toBe('open');
    expect(code(closed, { type: 'ReopenPackage', demandId: need(99) })).toBe('package.not-a-part');
    expect(code(thirtySix, { type: 'ReopenPackage', demandId: need(3) })).toBe('package.not-closed');
  });

  test('refuses a demand of another enterprise, closed, packed elsewhere or unknown', () => {
    const demand = fit(need(40));
    expect(code(opened, add(40), { demand })).toBeUndefined();
    for (const unfit of [
      { ...demand, enterpriseId: 'other' },
      { ...demand, closed: true },
      { ...demand, inPackage: true },
      undefined,
    ]) {
      expect(code(opened, add(40), { demand: unfit })).toBe('package.demand-unfit');
    }
    expect(code(thirtySix, add(3), { demand: fit(need(3)) })).toBe('package.demand-added-before');
    expect(code(done(thirtySix, close), add(40), { demand })).toBe('package.closed');
  });

  test('changes its lead to somebody of the unit named, with a reason', () => {
    const to = { unitId: UNIT, personId: 'person-other' as PersonId };
    const change: PackageCommand = { type: 'ChangePackageLead', lead: to, reason: '岗位调整' };
    expect(done(opened, change).lead).toEqual(to);
    expect(code(opened, { ...change, lead: LEAD })).toBe('package.same-lead');
    expect(code(opened, change, { leadUnitIds: [] })).toBe('package.lead-not-in-unit');
    expect(code(opened, { ...change, reason: '' })).toBe('package.text-missing');
  });

  test('lets a part go, with a reason, and takes it in again', () => {
    const take: PackageCommand = {
      type: 'TakeDemandOutOfPackage',
      demandId: need(3),
      reason: '与本包无关',
    };
    const without = done(thirtySix, take);
    expect(without.demandIds).toHaveLength(35);
    expect(without.demandIds).not.toContain(need(3));
    expect(code(without, take)).toBe('package.not-a-part');
    expect(done(without, add(3), { demand: fit(need(3)) }).demandIds).toHaveLength(36);
    expect(code(thirtySix, { ...take, reason: ' ' })).toBe('package.text-missing');
    expect(code(thirtySix, { ...take, reason: '长'.repeat(501) })).toBe('package.text-too-long');
    expect(code(done(thirtySix, close), take)).toBe('package.closed');
    expect(code(undefined, take)).toBe('package.not-found');
  });

  test('is closed by hand for a reason, lets its open parts go, and then stays closed', () => {
    const byHand: PackageCommand = { type: 'ClosePackage', reason: '其余诉求各自办理' };
    const openParts = [need(1), need(3)];
    const closed = done(thirtySix, byHand, { openParts });
    expect(closed).toMatchObject({ status: 'closed', closedAt: NOW, closedBecause: '其余诉求各自办理' });
    expect(closed.demandIds).toHaveLength(34);
    expect(closed.demandIds).not.toEqual(expect.arrayContaining([need(1)]));
    expect(closed.demandIds).not.toEqual(expect.arrayContaining([need(3)]));
    expect(decide(thirtySix, byHand, context({ openParts }))).toMatchObject({
      events: [
        { type: 'PackageDemandTakenOut', demandId: need(1), reason: '其余诉求各自办理' },
        { type: 'PackageDemandTakenOut', demandId: need(3), reason: '其余诉求各自办理' },
        { type: 'PackageClosedByHand', parts: 36, openParts: 2, reason: '其余诉求各自办理' },
      ],
    });
    expect(done(opened, byHand).status).toBe('closed');
    expect(code(closed, { type: 'ReopenPackage', demandId: need(3) })).toBe('package.not-a-part');
    expect(code(closed, close)).toBe('package.closed');
    expect(code(closed, byHand)).toBe('package.closed');
    expect(code(thirtySix, { ...byHand, reason: '' })).toBe('package.text-missing');
    expect(code(thirtySix, { ...byHand, reason: '长'.repeat(501) })).toBe('package.text-too-long');
  });

  test('that was closed by hand lets a part go that opens again', () => {
    const closed = done(thirtySix, { type: 'ClosePackage', reason: '其余诉求各自办理' });
    const after = done(closed, { type: 'ReopenPackage', demandId: need(3) });
    expect(after).toMatchObject({ status: 'closed', closedBecause: '其余诉求各自办理' });
    expect(after.demandIds).toEqual(closed.demandIds.filter((demandId) => demandId !== need(3)));
  });

  test('is opened once, under a title', () => {
    expect(code(opened, open)).toBe('package.already-opened');
    expect(code(undefined, close)).toBe('package.not-found');
    expect(code(undefined, { ...open, title: '长'.repeat(61) })).toBe('package.text-too-long');
  });

  test('is closed by the program and led by its lead', () => {
    const lead = person(LEAD.personId);
    const handler = { role: 'handler', unitId: UNIT, organisationIds: [UNIT], territoryIds: [] } as const;
    expect(packageAccess(SYSTEM, 'ClosePackageIfComplete', opened)).toBe('allowed');
    expect(packageAccess({ ...lead, grants: [handler] }, 'AddDemandToPackage', opened)).toBe('allowed');
    expect(packageAccess({ ...lead, grants: [handler] }, 'ClosePackageIfComplete', opened)).toBe('forbidden');
    for (const type of ['TakeDemandOutOfPackage', 'ClosePackage'] as const) {
      expect(packageAccess({ ...lead, grants: [handler] }, type, opened)).toBe('allowed');
      expect(packageAccess(person('x', handler), type, opened)).toBe('forbidden');
    }
    expect(packageAccess({ ...lead, grants: [] }, 'AddDemandToPackage', opened)).toBe('hidden');
    for (const role of ['admin', 'enterprise'] as const)
      for (const state of [opened, undefined])
        expect(packageAccess(person('x', grant(role)), 'AddDemandToPackage', state)).toBe('hidden');
  });

  test('tells each what they may do with it, and nobody anything once it is closed', () => {
    const desk = person('d', grant('desk'));
    expect(allowedPackageActions(desk, opened)).toEqual([
      'AddDemandToPackage',
      'TakeDemandOutOfPackage',
      'ChangePackageLead',
      'ClosePackage',
    ]);
    expect(allowedPackageActions(person('o', grant('officer')), opened)).toEqual([]);
    expect(allowedPackageActions(desk, done(thirtySix, close))).toEqual([]);
  });
});
