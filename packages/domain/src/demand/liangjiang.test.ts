import { describe, expect, test } from 'vitest';
import { assertDate } from '../time/local-date.ts';
import { outwardView } from './projections/outward-view.ts';
import { inStatus, START } from './testing/play.ts';
import { ACTS, after, SITUATIONS, type Act } from './testing/story.ts';
import { ACTORS, handler, head } from './testing/zone.ts';

const { clerk, officer, leader } = ACTORS;
const { handling, registered } = SITUATIONS;

const followUp = (kind: string): Act => ({
  by: clerk,
  does: 'AddFollowUp',
  other: { kind, text: '对接成功', files: [] },
});

describe('the cases of the linked-leaders zone', () => {
  test('a policy question is answered with a small table of conditions', () => {
    const conditions = [
      { condition: '设备投资不低于五百万元', answer: 'met', remark: '' },
      { condition: '已备案', answer: 'unknown', remark: '请补备案号' },
    ];
    const answer = { conclusion: 'explained', text: '符合条件后兑现', conditions, files: [] };
    const play = after(START, { by: officer, does: 'SettleOnTheSpot', other: { answer } });
    expect(outwardView(inStatus(play, 'closed')).answer?.conditions).toEqual(conditions);
  });

  test('a car park being built is an interim answer with a date, not a closed case', () => {
    const worker = handler('power');
    const steps: readonly Act[] = [
      { by: worker, does: 'FormTaskForce' },
      { by: officer, does: 'RecordSiteVisit' },
      { by: officer, does: 'RecordSiteVisit' },
      { by: worker, does: 'CompareOptions' },
      { by: leader, does: 'ChooseOption' },
      {
        by: head('power'),
        does: 'GiveInterimAnswer',
        other: { text: '约三十亩停车场在建', completionOn: assertDate('2022-09-20') },
      },
    ];
    const play = after(handling, ...steps);
    const demand = inStatus(play, 'handling');
    expect(demand.clocks.settle.dueAt).toBe('2022-09-21T00:00:00.000+08:00');
    expect(outwardView(demand)).toMatchObject({
      status: 'handling',
      interims: [{ completionOn: '2022-09-20' }],
      chosenOption: { costToEnterpriseFen: 100_000 },
    });
  });

  test('a shared road is settled with an outside party that has no account', () => {
    const play = after(
      registered,
      { by: clerk, does: 'ReferDemand', other: { body: { name: '试车场经营方' } } },
      { by: ACTORS.system, does: 'FileOutsideAnswer', other: { via: 'oneTimeLink', files: [] } },
      { by: clerk, does: 'SubmitAnswer' },
      ACTS.satisfied,
    );
    expect(inStatus(play, 'closed').remit).toBe('outside');
  });

  test('market access keeps its follow-ups after closing: supply and finance', () => {
    const play = after(SITUATIONS.closed, followUp('supply'), followUp('finance'));
    expect(play.log.slice(-2)).toMatchObject([
      { type: 'FollowUpAdded', kind: 'supply' },
      { type: 'FollowUpAdded', kind: 'finance' },
    ]);
  });

  test('a matter above the group is reported upwards and comes back as an instruction carried out', () => {
    const play = after(
      handling,
      { by: clerk, does: 'ReportUpwards' },
      { by: leader, does: 'GiveInstruction' },
      { by: handler('power'), does: 'CarryOutInstruction' },
      ACTS.answeredBy('power'),
    );
    expect(inStatus(play, 'answered').instructions).toMatchObject([{ carriedOutAt: play.now }]);
  });
});
