import { endOfDay } from '../../time/instant.ts';
import { futureRefusal, isBeyondDays, pastRefusal, referenceRefusal, textRefusal } from '../checks.ts';
import { defined } from '../defined.ts';
import type { DemandEvent } from '../events.ts';
import { accept, onDemand, unless, when, whenCovered } from '../rule.ts';
import type { DemandCore } from '../state.ts';
import { settleTermUntil } from '../terms.ts';
import { internal, outward } from '../texts.ts';

const outsideRemit = (demand: DemandCore): readonly DemandEvent[] =>
  demand.remit === undefined ? [{ type: 'RemitDecided', remit: 'outside', reason: internal('') }] : [];

/** 转办 by 工作联系函: what is not ours is tracked to the other body's answer, never dropped. */
export const referDemand = onDemand('ReferDemand', {
  from: ['registered', 'consulting', 'assigned', 'handling'],
  blocked: ({ remit }) => when(remit === 'own', 'demand.remit-own'),
  decide: (demand, { referralId, body, letterNumber, letter, due }, context) => {
    const maxDays = context.settings.referral.maxCalendarDays;
    const checks = [
      textRefusal(context, { field: 'body.name', text: body.name, kind: 'title' }),
      referenceRefusal('body.organisationId', body.organisationId, context.facts.activeUnitIds),
      textRefusal(context, { field: 'letterNumber', text: letterNumber, kind: 'number' }),
      textRefusal(context, { field: 'letter', text: letter, kind: 'text' }),
      pastRefusal(context, 'due', due),
      when(isBeyondDays(context, due, maxDays), 'demand.letter-due-too-far', { maxDays }),
    ];
    return unless(checks, () =>
      whenCovered(settleTermUntil(context, demand, due), (term) =>
        accept(...outsideRemit(demand), {
          type: 'DemandReferred',
          referralId,
          body: defined({ name: outward(body.name), organisationId: body.organisationId }),
          letterNumber,
          letter: internal(letter),
          due,
          dueAt: endOfDay(due),
          term,
        }),
      ),
    );
  },
});

/** Typed by the other body through its one-time link, or filed by us from the letter it sent. */
export const fileOutsideAnswer = onDemand('FileOutsideAnswer', {
  from: ['referred'],
  blocked: ({ referral }) => when(referral.outsideAnswer !== undefined, 'demand.outside-answer-filed-before'),
  decide: ({ referral }, { text, via, answeredOn, files }, context) =>
    unless(
      [
        textRefusal(context, { field: 'text', text, kind: 'answer' }),
        futureRefusal(context, 'answeredOn', answeredOn),
        when(via === 'scannedLetter' && files.length === 0, 'demand.proof-missing'),
      ],
      () =>
        accept({
          type: 'OutsideAnswerFiled',
          referralId: referral.referralId,
          text: internal(text),
          via,
          answeredOn,
          files,
        }),
    ),
});

/** The other body says that it is not theirs, or the letter was a mistake. */
export const recallReferral = onDemand('RecallReferral', {
  from: ['referred'],
  decide: ({ referral }, { reason }, context) =>
    unless([textRefusal(context, { field: 'reason', text: reason, kind: 'note' })], () =>
      accept({ type: 'ReferralRecalled', referralId: referral.referralId, reason: internal(reason) }),
    ),
});
