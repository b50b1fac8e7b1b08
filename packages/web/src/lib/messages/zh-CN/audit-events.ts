import type { CategoryEvent } from '@xiaoer/domain/catalogue/events';
import type { DemandEventType } from '@xiaoer/domain/demand/events';
import type { DutyRosterEvent } from '@xiaoer/domain/duty-roster/duty-roster';
import type { OrganisationEvent } from '@xiaoer/domain/organisation/events';
import type { EVENT_TYPES as PACKAGE_EVENT_TYPES } from '@xiaoer/domain/package/events';
import type { PersonEvent } from '@xiaoer/domain/person/events';
import type { PolicySessionEvent } from '@xiaoer/domain/policy-session/policy-session';
import type { ProjectEvent } from '@xiaoer/domain/project/project';
import type { SettingsEvent } from '@xiaoer/domain/settings/events';
import type { TerritoryEvent } from '@xiaoer/domain/territory/events';
import type { VisitEvent } from '@xiaoer/domain/visit/visit';

/** Every event of the log but an enterprise's, which its timeline tells. */
export type AuditEventKey =
  | DemandEventType
  | (typeof PACKAGE_EVENT_TYPES)[number]
  | (
      | CategoryEvent
      | DutyRosterEvent
      | OrganisationEvent
      | PersonEvent
      | PolicySessionEvent
      | ProjectEvent
      | SettingsEvent
      | TerritoryEvent
      | VisitEvent
    )['type'];

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
  'duty-roster': '值班表',
  visit: '走访',
  'policy-session': '政策宣讲',
  project: '项目',
} as const;

/** What was done, in few words. */
export const auditEvents = {
  DemandRegistered: '登记诉求',
  DemandEdited: '更正登记内容',
  SupplementAdded: '企业补充说明',
  RemitDecided: '职责认定',
  DemandRouted: '分办',
  DemandAccepted: '接单',
  DemandDeclined: '退单',
  DemandHandedOver: '移交',
  ConsultationOpened: '进入会商',
  ConsultationConcluded: '会商定责',
  ContactRecorded: '联系企业',
  PlanMade: '制定方案',
  StepCompleted: '完成方案步骤',
  SiteVisited: '现场走访',
  TaskForceFormed: '成立专班',
  OptionsCompared: '方案比选',
  OptionChosen: '选定方案',
  NoteAdded: '内部备注',
  EnterpriseTold: '告知企业',
  FollowUpAdded: '登记后续',
  TaskGiven: '交办任务',
  TaskCompleted: '完成任务',
  TaskCancelled: '取消任务',
  EnterpriseAsked: '请企业补充',
  EnterpriseTaskCompleted: '企业已补充',
  EnterpriseTaskCancelled: '取消企业补充',
  DemandReferred: '转办',
  OutsideAnswerFiled: '登记外部答复',
  ReferralRecalled: '收回转办',
  ReportedUpwards: '请示',
  InstructionGiven: '批示',
  InstructionCarriedOut: '落实批示',
  DemandSeen: '已阅',
  DemandReclassified: '调整紧急程度',
  ClockPaused: '暂停计时',
  ClockResumed: '恢复计时',
  ExtensionAsked: '申请延期',
  ExtensionGranted: '同意延期',
  ExtensionRefused: '不同意延期',
  InterimAnswerGiven: '阶段性答复',
  AnswerSubmitted: '提交答复',
  AnswerReturned: '退回答复',
  DemandAnswered: '答复企业',
  VerdictGiven: '企业评价',
  DemandReturned: '退回重办',
  CallBackOpened: '转入回访',
  CallBackMade: '回访',
  DemandClosed: '诉求办结',
  DemandWithdrawn: '撤回诉求',
  DemandMerged: '合并诉求',
  FinallyDetermined: '终结认定',
  ReturnVisitMade: '回头看',
  ConditionsReviewed: '复核条件',
  DemandReopened: '重新启动',
  LadderStepReached: '催办升级',
  ReminderSent: '催办',
  SupervisionNoticeIssued: '下发督办单',
  SupervisionNoticeAnswered: '回复督办单',
  NoticeAcknowledged: '签收通知',
  ConfidentialitySet: '设为保密',
  ConfidentialityLifted: '解除保密',
  DemandAbsorbed: '并入诉求',
  RecurrenceLinked: '关联复发',
  DemandPackaged: '纳入诉求包',
  SubDemandAdded: '新增子诉求',
  SubDemandClosed: '子诉求办结',
  PackageOpened: '建立诉求包',
  PackageDemandAdded: '诉求包新增诉求',
  PackageLeadChanged: '更换诉求包负责人',
  PackageClosed: '诉求包办结',
  PackageReopened: '诉求包重新启动',
  PersonRegistered: '登记人员',
  PersonalDetailsChanged: '修改联系方式',
  PersonMovedToUnit: '调整单位',
  RoleGranted: '授予角色',
  RoleEnded: '结束角色',
  StandInNamed: '指定 B 角',
  StandInEnded: '结束 B 角',
  AbsenceRecorded: '登记外出',
  AbsenceEnded: '结束外出',
  DutiesDelegated: '委托职责',
  DelegationEnded: '结束委托',
  PersonDeactivated: '停用人员',
  PersonReactivated: '恢复人员',
  PersonErased: '抹除个人信息',
  OrganisationRegistered: '登记单位',
  OrganisationRenamed: '单位更名',
  OrganisationMoved: '调整上级单位',
  OrganisationCalendarChanged: '调整单位工作时间',
  OrganisationClosed: '停用单位',
  OrganisationReopened: '恢复单位',
  TerritoryRegistered: '登记区域',
  TerritoryRenamed: '区域更名',
  TerritoryMoved: '调整上级区域',
  TerritoryClosed: '停用区域',
  TerritoryReopened: '恢复区域',
  CategoryAdded: '新增类别',
  CategoryRenamed: '类别更名',
  CategoryMoved: '调整上级类别',
  CategoryRetired: '停用类别',
  CategoryRestored: '恢复类别',
  CatalogueEntryAdded: '指定责任单位',
  CatalogueEntryEnded: '结束责任单位',
  SettingsOpened: '建立设置',
  SettingChanged: '修改设置',
  SettingChangeWithdrawn: '撤销设置修改',
  CalendarDaySet: '设定日历日',
  CalendarDayCleared: '恢复国家日历',
  CalendarCoverageChanged: '调整日历覆盖',
  DutyRosterOpened: '新设值班表',
  DutyRosterRenamed: '值班表更名',
  DutyPlanned: '排班',
  DutyTakenOver: '换班',
  DutyCancelled: '取消班次',
  DutyRosterClosed: '关闭值班表',
  VisitPlanned: '安排走访',
  VisitRecorded: '补登走访',
  VisitMade: '走访',
  VisitCorrected: '更正走访',
  FindingAdded: '记录问题',
  FindingLinked: '问题关联诉求',
  VisitCancelled: '取消走访',
  PolicySessionHeld: '政策宣讲',
  PolicySessionCorrected: '更正宣讲',
  PolicySessionStruck: '作废宣讲',
  ProjectRegistered: '登记项目',
  ProjectCorrected: '更正项目',
  ProjectStageReached: '项目进入新阶段',
  ProjectPapersJudged: '核定手续',
  ProjectDropped: '移出项目库',
  ProjectTakenUpAgain: '重新入库',
} as const satisfies Record<AuditEventKey, string>;
