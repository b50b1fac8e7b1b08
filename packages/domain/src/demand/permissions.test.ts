import { describe, expect, test } from 'vitest';
import { allowedActions } from './allowed-actions.ts';
import { COMMAND_TYPES } from './commands.ts';
import { demandAccess, demandReadAccess } from './permissions.ts';
import { after, SITUATIONS } from './testing/story.ts';
import { ACTORS, contextOf, handler, head, unit } from './testing/zone.ts';

const { asker, clerk, admin, stranger, inspector, system, leader } = ACTORS;
const { registered, assigned, handling, answered, nothing } = SITUATIONS;
const inspectorElsewhere = {
  ...stranger,
  grants: stranger.grants.map((held) => ({ ...held, role: 'inspector' as const })),
};
const demandOf = (play: typeof handling) => {
  if (play.demand === undefined) throw new Error('no demand');
  return play.demand;
};

describe('reading a demand', () => {
  test.each([
    ['the asker', asker, 'allowed'],
    ['the desk of the territory', clerk, 'allowed'],
    ['the unit it was given to', handler('power'), 'allowed'],
    ['the inspector', inspector, 'allowed'],
    ['the inspector of another territory', inspectorElsewhere, 'allowed'],
    ['a unit without a part in it', handler('water'), 'hidden'],
    ['the desk of another territory', stranger, 'hidden'],
    ['the administrator', admin, 'hidden'],
  ] as const)('%s: %s', (_, actor, access) => {
    expect(demandReadAccess(actor, demandOf(handling))).toBe(access);
  });

  test('is hidden from the unit a confidential demand is about, also in another role', () => {
    const hiding = { unitIds: [unit('housing')], personIds: [] };
    const confided = demandOf(after(registered, { by: clerk, does: 'SetConfidential', other: { hiding } }));
    const alsoLeader = { ...leader, grants: [...leader.grants, ...head('housing').grants] };
    expect(demandReadAccess(leader, confided)).toBe('allowed');
    expect(demandReadAccess(alsoLeader, confided)).toBe('hidden');
    expect(demandAccess(alsoLeader, 'AddNote', confided)).toBe('hidden');
    expect(demandReadAccess({ ...leader, unitId: unit('housing') }, confided)).toBe('hidden');
  });
});

describe('acting on a demand', () => {
  test('the head declines for the unit, its handler does not', () => {
    expect(demandAccess(head('power'), 'DeclineDemand', demandOf(assigned))).toBe('allowed');
    expect(demandAccess(handler('power'), 'DeclineDemand', demandOf(assigned))).toBe('forbidden');
  });

  test('only the asker gives the verdict', () => {
    expect(demandAccess(asker, 'GiveVerdict', demandOf(answered))).toBe('allowed');
    expect(demandAccess(clerk, 'GiveVerdict', demandOf(answered))).toBe('forbidden');
  });

  test('the inspector supervises and changes no business record', () => {
    expect(allowedActions(handling.demand, contextOf(inspector, handling.now))).toEqual([
      'AddNote',
      'IssueSupervisionNotice',
    ]);
  });

  test('an inspector of another territory reads and does nothing', () => {
    const may = COMMAND_TYPES.filter(
      (type) => demandAccess(inspectorElsewhere, type, handling.demand) !== 'forbidden',
    );
    expect(may).toEqual([]);
  });

  test('an administrator has no rights in business', () => {
    const may = COMMAND_TYPES.filter((type) => demandAccess(admin, type, handling.demand) === 'allowed');
    expect(may).toEqual([]);
  });

  test('the program itself acts only where a due moment, a link or a reaction does', () => {
    const may = COMMAND_TYPES.filter((type) => demandAccess(system, type, handling.demand) === 'allowed');
    expect(may).toEqual([
      'HandOverDemand',
      'FileOutsideAnswer',
      'ResumeClock',
      'OpenCallBack',
      'AbsorbDemand',
      'JoinPackage',
      'LeavePackage',
      'RecordSubDemand',
      'RecordSubDemandClosed',
      'ClimbLadder',
    ]);
  });

  test('a demand that is not there is not spoken of', () => {
    expect(demandAccess(clerk, 'RouteDemand', nothing.demand)).toBe('hidden');
    expect(demandAccess(asker, 'RegisterDemand', nothing.demand)).toBe('allowed');
    expect(demandAccess(asker, 'SettleOnTheSpot', nothing.demand)).toBe('forbidden');
  });
});
