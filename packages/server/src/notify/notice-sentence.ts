import type { DemandNoticeKind } from '@xiaoer/domain/reactions/demand-notices';
import type { SettingsNoticeKind } from '@xiaoer/domain/reactions/settings-notices';

/** What a mail says; on screen the web has the same sentences in both languages. */
const SENTENCES: Readonly<Record<DemandNoticeKind | SettingsNoticeKind, string>> = {
  demandRegistered: '有新的诉求由您首问负责',
  demandRouted: '有诉求分办到贵单位,请在时限内接收或说明理由退回',
  demandAccepted: '诉求已有单位承办',
  demandDeclined: '诉求被退回,请重新分办',
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
  demandAnswered: '诉求已答复,请您评价',
  demandReturned: '企业不满意,诉求退回重办',
  callBackOpened: '有诉求需要电话回访',
  demandClosed: '诉求已办结',
  demandReopened: '诉求重新办理',
  reminderSent: '您有一条催办',
  supervisionNoticeIssued: '督办单已下发,请按期答复',
  supervisionNoticeAnswered: '督办单已答复',
  ladderNotice: '诉求时限已用八成',
  ladderReminder: '诉求已超期,请尽快办理',
  ladderSupervisionNotice: '诉求超期,已列入督办',
  ladderLeader: '诉求长期超期,请领导关注',
  ladderBulletin: '诉求超期,列入通报',
  workDue: '您的事项已到期',
  calendarEnding: '工作日历即将到期,请补充下一年度的节假日安排',
};

/** Subject and text of a notice's mail. Facts are outward by construction: number and title only. */
export const noticeSentence = (
  kind: string,
  facts: Readonly<Record<string, string | number>>,
): { readonly subject: string; readonly text: string } => {
  const sentence = SENTENCES[kind as DemandNoticeKind] ?? '您有一条新消息';
  return {
    subject: `${sentence}(${facts['number'] ?? ''})`,
    text: `${sentence}。\n\n诉求编号:${facts['number'] ?? ''}\n标题:${facts['title'] ?? ''}\n\n请登录店小二查看。\n`,
  };
};
