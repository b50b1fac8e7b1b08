import { describe, expect, test } from 'vitest';
import { assertInstant } from '../../time/instant.ts';
import type { Actor } from '../../access/actor.ts';
import { mayCommand } from '../permissions.ts';
import type { Demand } from '../state.ts';
import type { NoticeId } from '../parts.ts';
import type { Play } from '../testing/play.ts';
import { ACTS, after, SITUATIONS } from '../testing/story.ts';
import { ACTORS, calendar, contextOf, handler, person, unit } from '../testing/zone.ts';
import { demandRow } from './demand-row.ts';
import { commandAt, dueMoments, ladderAgain } from './due-moments.ts';
import { figureContributions } from './figure-contributions.ts';
import { INSPECTORS_WORK, workItems } from './work-items.ts';

const { clerk, leader, caller } = ACTORS;
const { registered, assigned, handling, answered, callingBack, closed, referred, rejectedTwice } = SITUATIONS;

const demandOf = ({ demand }: Play): Demand => {
  if (demand === undefined) throw new Error('no demand');
  return demand;
};
const moments = (play: Play) => dueMoments(demandOf(play), contextOf(clerk, play.now));
const stepsOf = (play: Play) => moments(play).map(({ step, dueAt }) => [step.split(':', 3).join(':'), dueAt]);
const owed = (play: Play) => workItems(demandOf(play)).map(({ kind }) => kind);
const counted = (before: Play | undefined, now: Play) =>
  Object.fromEntries(
    figureContributions(before?.demand, demandOf(now))
      .filter(({ n }) => n > 0)
      .map(({ figure, n }) => [figure, n]),
  );

describe('due moments', () => {
  test('hold the ladder of the running promise', () => {
    expect(stepsOf(handling)).toEqual([
      ['ladder:settle:notice', '2022-06-27T18:00:00.000+08:00'],
      ['ladder:settle:reminder', '2022-06-30T00:00:00.000+08:00'],
      ['ladder:settle:supervisionNotice', '2022-07-02T00:00:00.000+08:00'],
      ['ladder:settle:leader', '2022-07-07T00:00:00.000+08:00'],
    ]);
  });

  test('stay whole where the ladder goes beyond the calendar, and ask the calendar again', () => {
    const ending = (to: string) => ({
      ...contextOf(clerk, handling.now),
      calendars: { officer: calendar(to), department: calendar(to) },
    });
    const known = dueMoments(demandOf(handling), ending('2022-06-30'));
    const beyond = { kind: 'ladderBeyond', step: 'ladderBeyond', dueAt: '2022-07-01T00:00:00.000+08:00' };
    expect(known).toEqual([...moments(handling).slice(0, 2), beyond]);
    const now = assertInstant('2022-07-01T00:00:00.000+08:00');
    expect(ladderAgain(demandOf(handling), ending('2022-12-31'), now)).toEqual(moments(handling));
    expect(ladderAgain(demandOf(handling), ending('2022-06-30'), now).at(-1)).toEqual({
      ...beyond,
      dueAt: '2022-07-02T00:00:00.000+08:00',
    });
  });

  test('leave out the ladder in a pause and hold its cap instead', () => {
    const paused = after(handling, { by: handler('power'), does: 'PauseClock' });
    expect(moments(paused).map(({ kind }) => kind)).toEqual(['pauseCap']);
  });

  test('turn into commands that are accepted when their time comes', () => {
    const [first] = moments(handling);
    expect(first && commandAt(first, 'notice-1' as NoticeId)).toMatchObject({
      type: 'ClimbLadder',
      step: 'notice',
      promise: 'settle',
    });
    const [last] = moments(answered).filter(({ kind }) => kind === 'noVerdict');
    expect(last && commandAt(last, 'notice-1' as NoticeId)).toEqual({ type: 'OpenCallBack' });
  });

  test('announce the call-back, the referral and the return visit to whoever owes them', () => {
    expect(stepsOf(callingBack)).toEqual([['callBack', '2022-06-18T00:00:00.000+08:00']]);
    expect(stepsOf(referred).some(([step]) => step?.startsWith('referral:'))).toBe(true);
    expect(stepsOf(closed)).toEqual([['returnVisit', '2022-06-30T00:00:00.000+08:00']]);
  });
});

describe('what is owed', () => {
  test('passes from the first contact to the unit, the asker and the caller', () => {
    expect(owed(registered)).toEqual(['route', 'contact', 'plan', 'settle']);
    expect(owed(assigned)).toContain('accept');
    expect(owed(answered)).toEqual(['verdict']);
    expect(owed(callingBack)).toEqual(['callBack']);
    expect(owed(closed)).toEqual(['returnVisit']);
  });

  test('by the desk and taken up by an inspector is what an inspector may do, and who handled it may not', () => {
    expect(workItems(demandOf(callingBack))).toMatchObject([{ kind: INSPECTORS_WORK[0], from: 'desk' }]);
    const mayCall = (actor: Actor) => mayCommand(actor, 'RecordCallBack', demandOf(callingBack));
    expect([ACTORS.inspector, handler('power')].map(mayCall)).toEqual([true, false]);
  });

  test('names the unit and the person', () => {
    const settle = workItems(demandOf(handling)).find(({ kind }) => kind === 'settle');
    expect(settle?.holder).toEqual({ unitId: unit('power'), personId: person('handler-power') });
  });
});

describe('the row of a demand', () => {
  test('carries the outcome and the verdict once closed', () => {
    expect(demandRow(demandOf(closed))).toMatchObject({
      status: 'closed',
      outcome: 'solved',
      satisfied: true,
      unreachable: false,
      leadUnitId: unit('power'),
      remit: 'own',
    });
    expect(demandRow(demandOf(handling))).toMatchObject({ outcome: null, satisfied: null, closedAt: null });
  });

  test('shows since when it is paused', () => {
    const paused = after(handling, { minutes: 30 }, { by: handler('power'), does: 'PauseClock' });
    expect(demandRow(demandOf(paused)).pausedSince).toBe(paused.now);
  });
});

describe('figures', () => {
  test('count a demand once when received, answered in time, solved and judged', () => {
    expect(counted(undefined, registered)).toEqual({ received: 1 });
    expect(counted(handling, answered)).toEqual({ responded: 1, respondedInTime: 1 });
    expect(counted(undefined, closed)).toEqual({
      received: 1,
      responded: 1,
      respondedInTime: 1,
      closed: 1,
      solved: 1,
      judged: 1,
      satisfied: 1,
    });
  });

  test('do not count a late answer as in time, nor a second answer as a response', () => {
    const late = after(handling, { days: 40 }, ACTS.answeredBy('power'));
    expect(counted(undefined, late)).toEqual({ received: 1, responded: 1 });
    const again = after(answered, ACTS.rejected);
    expect(counted(again, after(again, ACTS.answeredBy('power')))).toEqual({});
  });

  test('keep a final determination in the satisfaction rate, against us', () => {
    const determined = after(rejectedTwice, { by: leader, does: 'DetermineFinally' });
    expect(counted(undefined, determined)).toMatchObject({ closed: 1, judged: 1 });
    expect(counted(undefined, determined)).not.toHaveProperty('satisfied');
  });

  test('judge nobody who could not be reached', () => {
    const call = { by: caller, does: 'RecordCallBack', other: { result: 'unreachable', note: '' } } as const;
    const unreached = after(callingBack, call, { days: 1 }, call, { days: 5 }, call);
    expect(counted(undefined, unreached)).toMatchObject({ closed: 1, solved: 1, unreachable: 1 });
    expect(counted(undefined, unreached)).not.toHaveProperty('judged');
  });

  test('move a demand from one unit to the other with weight zero in all', () => {
    const moved = figureContributions(registered.demand, demandOf(assigned));
    expect(
      moved
        .filter(({ figure }) => figure === 'received')
        .map(({ n }) => n)
        .sort(),
    ).toEqual([-1, 1]);
  });
});
