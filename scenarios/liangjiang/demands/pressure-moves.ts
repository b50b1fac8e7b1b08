import { byClerk, byHandler, byHead, byInspector, byLeader, daysOn, partId } from './parts.ts';
import type { Move } from './scene.ts';

/** Clocks, extensions, reminders and supervision. */
export const pressureMoves = {
  reclassifyUrgent: {
    by: byClerk,
    command: () => ({
      type: 'ReclassifyDemand',
      urgency: 'urgent',
      productionStopped: false,
      reason: '企业补充情况，已影响交付',
    }),
  },
  pause: {
    by: byHandler,
    command: (scene, { turn }) => ({
      type: 'PauseClock',
      pauseId: partId(scene, 'pause', turn),
      reason: 'awaitingEnterprise',
      note: '等待企业提供资料',
      proof: [],
    }),
  },
  resume: { by: byHandler, command: () => ({ type: 'ResumeClock', note: '企业资料已到' }) },
  askExtension: {
    by: byHandler,
    command: (scene, { turn }) => ({
      type: 'AskExtension',
      extensionId: partId(scene, 'extension', turn),
      workdays: 5,
      reason: '雨天无法施工',
    }),
  },
  askTooMuch: {
    by: byHandler,
    command: (scene) => ({
      type: 'AskExtension',
      extensionId: partId(scene, 'extension', 'too much'),
      workdays: 30,
      reason: '工程量大',
    }),
    refusedWith: 'demand.extension-too-long',
  },
  grantExtension: {
    by: byLeader,
    command: () => ({ type: 'GrantExtension', words: '受天气影响，办理时间顺延五个工作日。' }),
  },
  refuseExtension: {
    by: byClerk,
    command: () => ({ type: 'RefuseExtension', reason: '可交叉施工，按原定时间完成' }),
  },
  interim: {
    by: byHead,
    command: ({ words }, standing) => ({
      type: 'GiveInterimAnswer',
      text: words.interim,
      completionOn: daysOn(standing, 120),
      files: [],
    }),
  },
  remind: {
    by: byClerk,
    command: (scene, { turn }) => ({
      type: 'RemindUnit',
      noticeId: partId(scene, 'notice', `reminder ${turn}`),
      text: '请抓紧办理并于今日反馈进展。',
    }),
  },
  acknowledge: {
    by: byHead,
    command: (scene, { turn }) => ({
      type: 'AcknowledgeNotice',
      noticeId: partId(scene, 'notice', `reminder ${turn}`),
    }),
  },
  supervise: {
    by: byInspector,
    command: (scene, standing) => ({
      type: 'IssueSupervisionNotice',
      noticeId: partId(scene, 'notice', 'supervision'),
      number: `督〔2022〕${scene.number.slice(-5)}号`,
      text: '该事项已超期，请说明原因并限期办结。',
      due: daysOn(standing, 5),
    }),
  },
  answerSupervision: {
    by: byHead,
    command: (scene) => ({
      type: 'AnswerSupervisionNotice',
      noticeId: partId(scene, 'notice', 'supervision'),
      text: '原因是备件到货晚，现已到货，三日内完成。',
      files: [],
    }),
  },
} as const satisfies Readonly<Record<string, Move>>;
