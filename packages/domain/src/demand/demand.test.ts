import { describe, expect, test } from 'vitest';
import { assertInstant, dateOf, type Instant } from '../time/instant.ts';
import { isOverdue, light } from '../time/clock.ts';
import type { DemandEventType } from './events.ts';
import { inStatus, START, type Play } from './testing/play.ts';
import { ACTS, after, SITUATIONS, tried, type Act } from './testing/story.ts';
import { ACTORS, FACTS, handler, head, person, unit } from './testing/zone.ts';

const { asker, clerk, caller, officer, leader, system } = ACTORS;
const { registered, assigned, handling, answered, callingBack, referred, rejectedTwice, declinedTwice } =
  SITUATIONS;

const told = ({ log }: Play, from: Play = START): readonly DemandEventType[] =>
  log.slice(from.log.length).map(({ type }) => type);
const at = (text: string): Play => ({ ...START, now: assertInstant(text) });
const SATURDAY_NIGHT = at('2022-06-18T22:15:00.000+08:00');
const settleDue = ({ demand }: Play): Instant | undefined => demand?.clocks.settle.dueAt;

const ownerOf = (play: Play, act: Act) => inStatus(after(play, act), 'registered').owner;
const judged = (other: object) => after(answered, { by: asker, does: 'GiveVerdict', other });

describe('what somebody leaves behind', () => {
  const to = { unitId: unit('power'), personId: person('head-power') };

  test('is handed over by the program also where a verdict is awaited, and a rejected answer comes back to the heir', () => {
    for (const waiting of [answered, callingBack])
      expect(after(waiting, { by: system, does: 'HandOverDemand', other: { to } }).demand).toMatchObject({
        status: waiting.demand?.status,
        owner: to,
        lead: to,
      });
    const rejected = after(
      answered,
      { by: system, does: 'HandOverDemand', other: { to } },
      { by: asker, does: 'GiveVerdict', other: { grade: 'dissatisfied', words: '没有修好' } },
    );
    expect(rejected.demand).toMatchObject({ status: 'handling', owner: to, lead: to });
  });

  test('is handed over by nobody else while a verdict is awaited', () => {
    expect(tried(answered, { by: clerk, does: 'HandOverDemand', other: { to } })).toMatchObject({
      refusal: { code: 'demand.wrong-status' },
    });
  });
});

describe('first-contact responsibility', () => {
  const raise: Act = { by: asker, does: 'RegisterDemand', other: { channel: 'portal', urgency: 'general' } };

  test('lies with whoever registers', () => {
    expect(ownerOf(START, { by: officer, does: 'RegisterDemand', other: { channel: 'visit' } })).toEqual({
      unitId: unit('station'),
      personId: person('officer'),
    });
  });

  test("goes to the enterprise's service officer from the portal", () => {
    expect(ownerOf(START, raise)).toEqual(FACTS.serviceOfficer);
  });

  test('goes to the desk on duty when the enterprise has no officer', () => {
    const { serviceOfficer: _, ...facts } = FACTS;
    expect(ownerOf(START, { ...raise, context: { facts } })).toEqual(FACTS.dutyDesk);
  });

  test('goes to the desk on duty on a Saturday night when it is urgent, and waits for the officer when not', () => {
    const critical = { ...raise, other: { channel: 'portal', urgency: 'critical' } };
    expect(ownerOf(SATURDAY_NIGHT, critical)).toEqual(FACTS.dutyDesk);
    const stopped = { ...raise, other: { channel: 'portal', urgency: 'general', productionStopped: true } };
    expect(ownerOf(SATURDAY_NIGHT, stopped)).toEqual(FACTS.dutyDesk);
    expect(ownerOf(SATURDAY_NIGHT, raise)).toEqual(FACTS.serviceOfficer);
  });

  test('passes over an officer whom the demand is about', () => {
    const hiding = { unitIds: [], personIds: [person('officer')] };
    expect(ownerOf(START, { ...raise, other: { channel: 'portal', hiding } })).toEqual(FACTS.dutyDesk);
  });

  test('stays until somebody accepts', () => {
    expect(inStatus(assigned, 'assigned').owner).toEqual(inStatus(registered, 'registered').owner);
    expect(inStatus(handling, 'handling').owner.unitId).toBe(unit('power'));
  });

  test('keeps a promise in natural hours through the night', () => {
    const play = after(SATURDAY_NIGHT, raise);
    expect(play.demand?.clocks.contact.dueAt).toBe('2022-06-19T02:15:00.000+08:00');
  });
});

describe('settling on the spot', () => {
  test('registers, answers and closes with the verdict in one command', () => {
    const play = after(START, { by: officer, does: 'SettleOnTheSpot' });
    expect(told(play)).toEqual([
      'DemandRegistered',
      'RemitDecided',
      'DemandAnswered',
      'VerdictGiven',
      'DemandClosed',
    ]);
    expect(inStatus(play, 'closed').closing).toMatchObject({
      outcome: 'explained',
      satisfaction: { kind: 'verdict', via: 'onTheSpot' },
    });
  });
});

describe('routing', () => {
  test('gives the co-handlers their tasks with the lead', () => {
    const coHandlers = [
      { taskId: 'task-1', to: { unitId: unit('water') }, text: '协办', due: dateOf(registered.now) },
    ];
    const play = after(registered, {
      by: clerk,
      does: 'RouteDemand',
      other: { lead: { unitId: unit('power') }, coHandlers },
    });
    expect(told(play, registered)).toEqual(['RemitDecided', 'DemandRouted', 'TaskGiven']);
    expect(play.demand?.tasks).toMatchObject([{ taskId: 'task-1', to: { unitId: unit('water') } }]);
  });

  test('gives nobody a task who must not know: the task is taken back before it is hidden from them', () => {
    const taskId = 'task-1';
    const task = { taskId, to: { unitId: unit('water') }, text: '协办', due: dateOf(registered.now) };
    const shared = after(handling, { by: handler('power'), does: 'GiveTask', other: task });
    const hiding = { unitIds: [unit('water')], personIds: [] };
    const hide = { by: clerk, does: 'SetConfidential', other: { hiding } } as const;
    expect(tried(shared, hide)).toMatchObject({ accepted: false, refusal: { code: 'demand.hides-owner' } });
    const alone = after(shared, { by: clerk, does: 'CancelTask', other: { taskId } });
    expect(tried(alone, hide)).toMatchObject({ accepted: true });
  });

  test('comes back to the first contact after one decline and goes to consultation after two', () => {
    expect(inStatus(SITUATIONS.declinedOnce, 'registered').declinedBy).toEqual([unit('power')]);
    expect(inStatus(declinedTwice, 'consulting').matter).toBe('declines');
  });

  test('is fixed by the consultation', () => {
    const lead = { unitId: unit('water') };
    const play = after(declinedTwice, { by: leader, does: 'ConcludeConsultation', other: { lead } });
    expect(inStatus(play, 'assigned')).toMatchObject({ lead, fixed: true });
  });
});

describe('clocks', () => {
  test('stand still in a pause and go on with the rest of the time', () => {
    const paused = after(handling, { by: handler('power'), does: 'PauseClock' });
    const meanwhile = after(paused, { days: 14 });
    const resumed = after(meanwhile, { by: handler('power'), does: 'ResumeClock' });
    expect(light(inStatus(meanwhile, 'handling').clocks.settle, meanwhile.now)).toBe('grey');
    expect(settleDue(handling)).toBe('2022-06-30T00:00:00.000+08:00');
    expect(settleDue(resumed)).toBe('2022-07-14T00:00:00.000+08:00');
  });

  test('take the limits of another urgency from the same start, those of a stopped production when it stands still', () => {
    const reclassified = (productionStopped: boolean) =>
      after(
        { ...handling },
        { days: 1 },
        { by: clerk, does: 'ReclassifyDemand', other: { urgency: 'urgent', productionStopped } },
      );
    const urgent = reclassified(false);
    expect(settleDue(urgent)).toBe('2022-06-23T00:00:00.000+08:00');
    expect(urgent.demand?.clocks.settle.startedAt).toBe(handling.demand?.clocks.settle.startedAt);
    const stopped = reclassified(true);
    expect(settleDue(stopped)).toBe('2022-06-17T00:00:00.000+08:00');
    expect(stopped.demand?.urgency).toBe('critical');
  });

  test('are lengthened by the working days granted', () => {
    const asked = after(handling, { by: handler('power'), does: 'AskExtension', other: { workdays: 3 } });
    const granted = after(asked, { by: clerk, does: 'GrantExtension' });
    expect(settleDue(asked)).toBe(settleDue(handling));
    expect(settleDue(granted)).toBe('2022-07-05T00:00:00.000+08:00');
  });

  test('stop with the answer, so that the asker may take time', () => {
    const waiting = after(answered, { days: 60 });
    expect(isOverdue(inStatus(waiting, 'answered').clocks.settle, waiting.now)).toBe(false);
  });

  test('give our promise at least the time the outside body was given', () => {
    expect(settleDue(referred)).toBe('2022-07-06T00:00:00.000+08:00');
  });
});

describe('answering', () => {
  test("waits for the head's approval of a handler's answer", () => {
    const submitted = after(handling, { ...ACTS.answeredBy('power'), by: handler('power') });
    expect(inStatus(submitted, 'handling').pendingAnswer).toBeDefined();
    const approved = after(submitted, { by: head('power'), does: 'ApproveAnswer' });
    expect(inStatus(approved, 'answered').answeredBy.personId).toBe(person('handler-power'));
  });

  test("needs no approval for a head's own answer", () => {
    expect(told(answered, handling)).toEqual(['DemandAnswered']);
  });

  test('goes outside and still comes back to the asker through us', () => {
    const filed = after(referred, { by: system, does: 'FileOutsideAnswer' });
    const play = after(filed, { by: clerk, does: 'SubmitAnswer' }, ACTS.satisfied);
    expect(inStatus(play, 'closed').closing.outcome).toBe('referredAndAnswered');
  });
});

describe('the verdict', () => {
  test('closes the demand with the outcome the asker bears out', () => {
    const partly = judged({ grade: 'fair', words: '', solved: 'partly' });
    expect(inStatus(partly, 'closed').closing.outcome).toBe('partlySolved');
    expect(inStatus(SITUATIONS.closed, 'closed').closing.outcome).toBe('solved');
  });

  test('sends back what is claimed solved and is not, whatever the grade', () => {
    const play = judged({ grade: 'satisfied', words: '灯还是不亮', solved: 'unsolved' });
    expect(inStatus(play, 'handling').rejections).toBe(1);
  });

  test('gives the same people a new limit after a rejection', () => {
    const returned = inStatus(SITUATIONS.returned, 'handling');
    expect(returned.lead.unitId).toBe(unit('power'));
    expect(settleDue(SITUATIONS.returned)).toBe('2022-06-21T00:00:00.000+08:00');
  });

  test('opens a consultation after two rejections, or ends in a final determination with its basis', () => {
    expect(inStatus(rejectedTwice, 'consulting').matter).toBe('rejections');
    const determined = after(rejectedTwice, { by: leader, does: 'DetermineFinally' });
    expect(inStatus(determined, 'closed').closing).toMatchObject({
      outcome: 'finalDetermination',
      legalBasis: expect.stringContaining('条例'),
    });
  });

  test('is asked for by phone when none comes', () => {
    expect(inStatus(callingBack, 'callingBack').callBackDueAt).toBe('2022-06-18T00:00:00.000+08:00');
  });
});

describe('the call-back', () => {
  const unreachable: Act = {
    by: caller,
    does: 'RecordCallBack',
    other: { result: 'unreachable', note: '无人接听' },
  };

  test('closes as unreachable after the configured attempts, and is shown as such', () => {
    const twice = after(callingBack, unreachable, { days: 1 }, unreachable);
    expect(inStatus(twice, 'callingBack').attempts).toBe(2);
    const thrice = after(twice, { days: 3 }, unreachable);
    expect(inStatus(thrice, 'closed').closing).toMatchObject({
      satisfaction: { kind: 'unreachable', attempts: 3 },
    });
  });

  test('that nobody answers counts once a working day: three within a minute close nothing', () => {
    const tooSoon = {
      accepted: false,
      refusal: { code: 'demand.call-back-too-soon', facts: { field: 'result' } },
    };
    const once = after(callingBack, unreachable, { minutes: 1 });
    expect(tried(once, unreachable)).toMatchObject(tooSoon);
    const reached = { result: 'reached', verdict: { grade: 'fair', words: '', solved: 'partly' }, note: '' };
    expect(tried(once, { ...unreachable, other: reached })).toMatchObject({ accepted: true });
    const saturday = after(once, { days: 3 }, unreachable);
    expect(saturday.now).toContain('2022-06-18');
    expect(tried(after(saturday, { days: 2 }), unreachable)).toMatchObject(tooSoon);
    expect(tried(after(saturday, { days: 3 }), unreachable)).toMatchObject({ accepted: true });
  });

  test('is decided of a demand saved before the moment of the last attempt was kept', () => {
    const { attemptedAt, ...demand } = inStatus(after(callingBack, unreachable), 'callingBack');
    expect(attemptedAt).toBe(callingBack.now);
    expect(tried({ ...callingBack, demand }, unreachable)).toMatchObject({
      accepted: true,
      events: [{ type: 'CallBackMade', attempt: 2 }],
    });
  });

  test('is never made by whoever stands in for the handler', () => {
    const standIn = {
      ...caller,
      grants: [...caller.grants, { ...head('power').grants[0]!, onBehalfOf: person('handler-power') }],
    };
    expect(tried(callingBack, unreachable)).toMatchObject({ accepted: true });
    expect(tried(callingBack, { ...unreachable, by: standIn })).toMatchObject({
      refusal: { code: 'demand.caller-not-independent' },
    });
  });

  test('is never made by whoever wrote the answer, even after moving to the desk', () => {
    const { personId } = inStatus(callingBack, 'callingBack').answeredBy;
    expect(personId).toBe(person('head-power'));
    const moved = { ...caller, personId: person('head-power') };
    expect(tried(callingBack, { ...unreachable, by: moved })).toMatchObject({
      refusal: { code: 'demand.caller-not-independent' },
    });
  });

  test('may bring a rejection, recorded with the call', () => {
    const verdict = { grade: 'veryDissatisfied', words: '没人来过', solved: 'unsolved' };
    const play = after(callingBack, {
      by: caller,
      does: 'RecordCallBack',
      other: { result: 'reached', verdict, note: '' },
    });
    expect(told(play, callingBack)).toEqual(['CallBackMade', 'VerdictGiven', 'DemandReturned']);
  });
});

describe('after closing', () => {
  test('the return visit is due some working days later', () => {
    expect(inStatus(SITUATIONS.closed, 'closed').closing).toMatchObject({
      returnVisit: { kind: 'phone', dueAt: '2022-06-30T00:00:00.000+08:00' },
    });
  });

  test('a solution that did not hold is reopened for the same unit', () => {
    const play = after(
      SITUATIONS.closed,
      { by: clerk, does: 'RecordReturnVisit', other: { holds: false } },
      { by: clerk, does: 'ReopenDemand' },
    );
    expect(inStatus(play, 'handling').lead.unitId).toBe(unit('power'));
  });
});

describe('withdrawing', () => {
  test("closes the demand with the asker's words", () => {
    const words = '问题自己解决了';
    const play = after(handling, { by: asker, does: 'WithdrawDemand', other: { askersWords: words } });
    expect(inStatus(play, 'closed').closing).toEqual({ outcome: 'withdrawn', askersWords: words });
  });
});
