import { describe, expect, test } from 'vitest';
import type { RecordedDemandEvent } from '../demand/evolve.ts';
import type { Play } from '../demand/testing/play.ts';
import { ACTS, after, SITUATIONS } from '../demand/testing/story.ts';
import { ACTORS, demandId, unit } from '../demand/testing/zone.ts';
import type { PackageId } from '../kernel/ids.ts';
import { demandReactions } from './demand-reactions.ts';
import { demandNotice } from './demand-notices.ts';
import { packageAtOnce, packageReactions } from './package-reactions.ts';

const { clerk, leader, system } = ACTORS;
const packageId = 'package-1' as PackageId;
const lastReactions = ({ demand, log }: Play) => {
  const event: RecordedDemandEvent | undefined = log.at(-1);
  return demand === undefined || event === undefined ? [] : demandReactions(event, demand);
};
const join = { by: system, does: 'JoinPackage', other: { packageId } } as const;

describe('reactions', () => {
  test('try to close the package when a part closes', () => {
    const packed = after(SITUATIONS.answered, join);
    expect(lastReactions(after(packed, ACTS.satisfied))).toEqual([
      { aggregate: 'package', id: packageId, command: { type: 'ClosePackageIfComplete' } },
    ]);
    expect(lastReactions(packed)).toEqual([]);
  });

  test('try it too when the part had closed before it joined', () => {
    expect(lastReactions(after(SITUATIONS.closed, join))).toMatchObject([{ aggregate: 'package' }]);
  });

  test('reopen the package with its part', () => {
    const closed = after(SITUATIONS.answered, join, ACTS.satisfied);
    const reopened = after(
      closed,
      { by: clerk, does: 'RecordReturnVisit', other: { holds: false } },
      { by: clerk, does: 'ReopenDemand' },
    );
    expect(lastReactions(reopened)).toMatchObject([{ id: packageId, command: { type: 'ReopenPackage' } }]);
  });

  test('let the other demand absorb a merged one', () => {
    const merged = after(SITUATIONS.registered, { by: clerk, does: 'MergeDemand' });
    expect(lastReactions(merged)).toMatchObject([
      {
        aggregate: 'demand',
        id: demandId('open'),
        command: { type: 'AbsorbDemand', from: merged.demand?.id, timesOccurred: 1 },
      },
    ]);
  });

  test('tell the parent of a sub-demand that it began and that it ended', () => {
    const sub = after(SITUATIONS.nothing, {
      by: clerk,
      does: 'RegisterDemand',
      other: { parentId: demandId('open') },
    });
    expect(lastReactions(sub)).toMatchObject([{ command: { type: 'RecordSubDemand' } }]);
    const ended = after(sub, { by: clerk, does: 'WithdrawDemand' });
    const [registered] = ended.log;
    expect(registered && ended.demand && demandReactions(registered, ended.demand)).toMatchObject([
      { command: { type: 'RecordSubDemand' } },
      { command: { type: 'RecordSubDemandClosed' } },
    ]);
    expect(lastReactions(ended)).toMatchObject([
      { id: demandId('open'), command: { type: 'RecordSubDemandClosed' } },
    ]);
  });

  test('let a demand know at once the package it was added to', () => {
    const event = {
      type: 'PackageDemandAdded',
      demandId: demandId('x'),
      at: SITUATIONS.closed.now,
      by: { system: true },
    } as const;
    expect(packageAtOnce(event, { id: packageId } as never)).toEqual([
      { aggregate: 'demand', id: demandId('x'), command: { type: 'JoinPackage', packageId } },
    ]);
    expect(packageReactions(event, { id: packageId, status: 'open' } as never)).toEqual([]);
  });

  test('let a demand go at once, with the reason, from a package that may be complete without it', () => {
    const event = {
      type: 'PackageDemandTakenOut',
      demandId: demandId('x'),
      reason: '与本包无关',
      at: SITUATIONS.closed.now,
      by: { system: true },
    } as const;
    const { reason } = event;
    const command = { type: 'LeavePackage', packageId, reason };
    expect(packageAtOnce(event, { id: packageId } as never)).toEqual([
      { aggregate: 'demand', id: demandId('x'), command },
    ]);
    expect(packageReactions(event, { id: packageId, status: 'open' } as never)).toEqual([
      { aggregate: 'package', id: packageId, command: { type: 'ClosePackageIfComplete' } },
    ]);
    expect(packageReactions(event, { id: packageId, status: 'closed' } as never)).toEqual([]);
    const leave = { by: system, does: 'LeavePackage', other: { packageId, reason } } as const;
    const alone = after(SITUATIONS.registered, join, leave);
    expect(alone.log.at(-1)).toMatchObject({ type: 'DemandUnpackaged', packageId, reason });
    expect(alone.demand).not.toHaveProperty('packageId');
    expect(lastReactions(after(alone, { by: clerk, does: 'WithdrawDemand' }))).toEqual([]);
  });
});

const told = ({ demand, log }: Play) => {
  const event = log.at(-1);
  return demand === undefined || event === undefined ? undefined : demandNotice(event, demand);
};

describe('the end of a demand', () => {
  const unitOne = { kind: 'holder', holder: { unitId: unit('power') } };

  test.each([
    ['withdrawn', after(SITUATIONS.handling, { by: clerk, does: 'WithdrawDemand' }), false],
    ['merged', after(SITUATIONS.handling, { by: clerk, does: 'MergeDemand' }), false],
    [
      'determined against it',
      after(SITUATIONS.rejectedTwice, { by: leader, does: 'DetermineFinally' }),
      true,
    ],
  ])('is told to whoever works on it when it is %s', (_, play, tellsEnterprise) => {
    const notice = told(play);
    expect(notice?.kind).toBe('demandClosed');
    expect(notice?.to).toContainEqual(expect.objectContaining({ kind: 'holder' }));
    expect(notice?.to[0]).toMatchObject(unitOne);
    expect(notice?.to.some(({ kind }) => kind === 'enterprise')).toBe(tellsEnterprise);
  });
});
