import type { Channel, Outcome, Remit, Status, Urgency } from '@xiaoer/domain/demand/vocabulary';

/** Words of documents, which are Chinese whatever language their reader's screen has. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  registered: '已受理',
  consulting: '会商中',
  assigned: '待签收',
  handling: '办理中',
  referred: '已转办',
  answered: '待评价',
  callingBack: '待回访',
  closed: '已办结',
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  portal: '企业端',
  qr: '扫码',
  visit: '走访',
  phone: '电话',
  counter: '窗口',
  message: '消息',
  hotline: '12345热线',
  meeting: '会议',
  instruction: '领导批示',
  import: '表格导入',
  api: '接口',
};

export const URGENCY_WORDS: Readonly<Record<Urgency, string>> = {
  general: '一般',
  urgent: '紧急',
  critical: '特急',
};

export const REMIT_WORDS: Readonly<Record<Remit, string>> = { own: '本级', outside: '非本级' };

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  solved: '已解决',
  partlySolved: '部分解决',
  explained: '解释说明',
  conditionsLacking: '暂不具备条件',
  referredAndAnswered: '转办已答复',
  withdrawn: '企业撤回',
  merged: '合并办理',
  finalDetermination: '终结认定',
};
