import type { Language } from '@xiaoer/domain/access/language';
import type { DemandNoticeKind } from '@xiaoer/domain/reactions/demand-notices';
import type { SettingsNoticeKind } from '@xiaoer/domain/reactions/settings-notices';

type Sentences = Readonly<Record<DemandNoticeKind | SettingsNoticeKind | 'other', string>>;

const CHINESE: Sentences = {
  demandRegistered: '有新的诉求由您首问负责',
  demandRouted: '有诉求分办到贵单位，请在时限内接单或说明理由退单',
  demandAccepted: '诉求已有单位承办',
  demandDeclined: '诉求被退单，请重新分办',
  consultationOpened: '诉求需要会商确定承办单位',
  taskGiven: '有协办任务交给您',
  enterpriseAsked: '有事项需要贵企业配合',
  enterpriseTold: '诉求有新的进展',
  interimAnswerGiven: '诉求有阶段性答复',
  instructionGiven: '有领导批示需要落实',
  extensionAsked: '有延期申请等待审核',
  extensionGranted: '延期申请已同意',
  extensionRefused: '延期申请未同意',
  answerSubmitted: '有答复等待您审核',
  answerReturned: '答复被退回修改',
  demandAnswered: '诉求已答复，请您评价',
  demandReturned: '企业不满意，诉求退回重办',
  callBackOpened: '有诉求需要电话回访',
  demandClosed: '诉求已办结',
  demandReopened: '诉求重新办理',
  reminderSent: '您有一条催办',
  supervisionNoticeIssued: '督办单已下发，请按期答复',
  supervisionNoticeAnswered: '督办单已答复',
  ladderNotice: '诉求时限已用八成',
  ladderReminder: '诉求已超期，请尽快办理',
  ladderSupervisionNotice: '诉求超期，已列入督办',
  ladderLeader: '诉求长期超期，请领导关注',
  ladderBulletin: '诉求超期，列入通报',
  workDue: '您的事项已到期',
  calendarEnding: '工作日历即将到期，请补充下一年度的节假日安排',
  other: '您有一条新消息',
};

const ENGLISH: Sentences = {
  demandRegistered: 'You are the first contact of a new demand',
  demandRouted: 'A demand was routed to your unit: accept it in time, or decline it with the reason',
  demandAccepted: 'A unit has accepted the demand',
  demandDeclined: 'A demand was declined: route it anew',
  consultationOpened: 'A demand needs a consultation on who handles it',
  taskGiven: 'A task of a demand was given to you',
  enterpriseAsked: 'Something is asked of your enterprise',
  enterpriseTold: 'There is news of your demand',
  interimAnswerGiven: 'Your demand has an interim answer',
  instructionGiven: "A leader's instruction is to be carried out",
  extensionAsked: 'An extension waits for your decision',
  extensionGranted: 'The extension was granted',
  extensionRefused: 'The extension was not granted',
  answerSubmitted: 'An answer waits for your approval',
  answerReturned: 'The answer was returned to be changed',
  demandAnswered: 'Your demand was answered: please rate it',
  demandReturned: 'The enterprise is not satisfied: the demand is handled again',
  callBackOpened: 'A demand waits for a call-back',
  demandClosed: 'The demand is closed',
  demandReopened: 'The demand is open again',
  reminderSent: 'You are reminded of a demand',
  supervisionNoticeIssued: 'A supervision notice was issued: answer it in time',
  supervisionNoticeAnswered: 'A supervision notice was answered',
  ladderNotice: "Four fifths of a demand's time are used",
  ladderReminder: 'A demand is overdue: please see to it',
  ladderSupervisionNotice: 'A demand is overdue and under supervision',
  ladderLeader: 'A demand has long been overdue',
  ladderBulletin: 'An overdue demand stands in the bulletin',
  workDue: 'Your work on a demand is due',
  calendarEnding: 'The work calendar ends soon: add the holidays of the next year',
  other: 'You have a new notice',
};

type Mail = { readonly sentence: string; readonly number?: string; readonly title?: string };

const inChinese = ({ sentence, number, title }: Mail) => ({
  subject: number === undefined ? sentence : `${sentence}（${number}）`,
  text: [
    `${sentence}。\n`,
    ...(number === undefined ? [] : [`诉求编号：${number}`]),
    ...(title === undefined ? [] : [`标题：${title}`]),
    '\n请登录店小二查看。\n',
  ].join('\n'),
});

const inEnglish = ({ sentence, number, title }: Mail) => ({
  subject: number === undefined ? sentence : `${sentence} (${number})`,
  text: [
    `${sentence}.\n`,
    ...(number === undefined ? [] : [`Demand: ${number}`]),
    ...(title === undefined ? [] : [`Title: ${title}`]),
    '\nPlease sign in to Xiaoer to see it.\n',
  ].join('\n'),
});

type Facts = Readonly<Record<string, string | number>>;

const factOf = (facts: Facts, name: 'number' | 'title') =>
  facts[name] === undefined ? {} : { [name]: String(facts[name]) };

/**
 * Subject and text of a notice's mail; on screen the web has the same sentences. Facts are outward by construction:
 * number and title only.
 */
export const noticeSentence = (
  kind: string,
  facts: Facts,
  language: Language,
): { readonly subject: string; readonly text: string } => {
  const sentences = language === 'en' ? ENGLISH : CHINESE;
  const sentence = sentences[kind as keyof Sentences] ?? sentences.other;
  const mail = { sentence, ...factOf(facts, 'number'), ...factOf(facts, 'title') };
  return language === 'en' ? inEnglish(mail) : inChinese(mail);
};
