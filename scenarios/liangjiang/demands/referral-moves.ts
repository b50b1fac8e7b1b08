import { dateOf } from '@xiaoer/domain/time/instant';
import { byClerk, byFirstContact, daysOn, partId } from './parts.ts';
import type { Move } from './scene.ts';

/** By letter to a body outside that has no account, and tracked to its answer. */
export const referralMoves = {
  refer: {
    by: byClerk,
    command: (scene, standing) => ({
      type: 'ReferDemand',
      referralId: partId(scene, 'referral', standing.turn),
      body: {
        name: scene.body?.name ?? '外单位',
        ...(scene.body && { organisationId: scene.body.organisationId }),
      },
      letterNumber: `新集函〔2022〕${scene.number.slice(-5)}-${standing.turn + 1}`,
      letter: scene.words.letter,
      due: daysOn(standing, 21),
    }),
  },
  outsideAnswerByLink: {
    by: () => 'oneTimeLink',
    command: ({ words }, { at }) => ({
      type: 'FileOutsideAnswer',
      text: words.outside,
      via: 'oneTimeLink',
      answeredOn: dateOf(at),
      files: [],
    }),
  },
  outsideAnswerByLetter: {
    by: byClerk,
    command: (scene, { at, turn }) => ({
      type: 'FileOutsideAnswer',
      text: scene.words.outside,
      via: 'scannedLetter',
      answeredOn: dateOf(at),
      files: [partId(scene, 'file', `letter ${turn}`)],
    }),
  },
  recall: {
    by: byClerk,
    command: () => ({ type: 'RecallReferral', reason: '对方函复不属其职责，改送主管单位' }),
  },
  submitReferred: {
    by: byFirstContact,
    command: ({ words }) => ({
      type: 'SubmitAnswer',
      answer: { conclusion: 'referredAndAnswered', text: words.outside, conditions: [], files: [] },
    }),
  },
  addNoteByFirstContact: {
    by: byFirstContact,
    command: () => ({ type: 'AddNote', note: '已提醒企业评价，暂未回复。', files: [] }),
  },
  submitReferredTooEarly: {
    by: byFirstContact,
    command: ({ words }) => ({
      type: 'SubmitAnswer',
      answer: { conclusion: 'referredAndAnswered', text: words.letter, conditions: [], files: [] },
    }),
    refusedWith: 'demand.outside-answer-missing',
  },
} as const satisfies Readonly<Record<string, Move>>;
