/** The page behind a one-time link, for a body that has no account here. */
export const demandOutside = {
  title: '工作联系函',
  lead: '{issuer}请贵单位协助办理，并在此回复。',
  letter: '来函',
  to: '收函单位',
  number: '文号',
  demand: '诉求编号',
  enterprise: '企业',
  due: '请回复日期',
  validUntil: '链接有效期',
  content: '诉求内容',
  request: '商请事项',
  download: '下载函件（Word）',
  answer: '回复内容',
  files: '附件',
  send: '提交回复',
  sent: '回复已收到，谢谢。',
  sentNext: '本链接已用完，可以关闭页面。',
  over: '这个链接已失效',
  overNext: '可能已经回复过，或发函单位换了新的链接。请与发函单位联系。',
} as const;

export const outsideProblems = {
  'outside.link-over': '这个链接已用过、已收回或已过期。请与来函单位联系。',
} as const;
