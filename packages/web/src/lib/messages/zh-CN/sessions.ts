/** My sessions, my password, the audit search and the figures. */
export const sessions = {
  title: '登录设备',
  lead: '这里列出您的账号正在登录的设备。不认识的设备请立即退出，并修改密码。',
  current: '本机',
  lastSeen: '最近使用',
  created: '登录时间',
  address: '地址',
  revoke: '退出该设备',
  revoked: '已退出该设备',
  device: '设备',
  unknownDevice: '未知设备',
  password: '修改密码',
  passwordLead: '修改后其他设备须重新登录。',
  currentPassword: '当前密码',
  nextPassword: '新密码',
  passwordHint: '至少 12 个字符',
  again: '再输一次新密码',
  differ: '两次输入的密码不同',
  submit: '修改密码',
  changed: '密码已修改，其他设备已退出',
} as const;

export const audit = {
  title: '操作日志',
  lead: '谁在什么时候做了什么。日志只增不改，内容见各记录。',
  person: '操作人',
  aggregate: '对象',
  allAggregates: '全部对象',
  type: '操作',
  typeHint: '操作代码',
  from: '开始日期',
  to: '结束日期',
  at: '时间',
  by: '操作人',
  onBehalf: '代 {name}',
  system: '系统',
  record: '记录',
  open: '打开',
  version: '版本',
  emptyTitle: '没有符合条件的记录',
  emptyNext: '可放宽日期或操作人。',
} as const;

/** Kinds of records in the log. */
export const auditKinds = {
  demand: '诉求',
  package: '诉求包',
  enterprise: '企业',
  person: '人员',
  organisation: '组织',
  territory: '区域',
  category: '类别',
  settings: '设置',
  dutyRoster: '值班表',
  visit: '走访',
  policySession: '政策宣讲',
  project: '项目',
} as const;

/** What an enterprise's timeline says of other records. */
export const timelineTold = {
  DemandRegistered: '登记诉求',
  DemandClosed: '诉求办结',
  VisitMade: '走访',
  PolicySessionHeld: '参加政策宣讲',
  ProjectStageReached: '项目进入新阶段',
} as const;

export const figures = {
  title: '统计',
  lead: '所有数字由记录计算，点击可看明细。',
  asOf: '截至日期',
  today: '今天',
  definition: '口径',
  rows: '构成明细',
  counted: '{count} 条',
  numerator: '分子',
  denominator: '分母',
  exclusions: '不计入',
  period: '统计期间',
  frozen: '冻结于 {day}',
  unavailable: '统计功能尚未开放',
  emptyTitle: '还没有统计指标',
  emptyNext: '有记录后，这里会显示指标。',
} as const;
