import type { RecipientKind, LadderStep } from '@xiaoer/domain/time/ladder';
import type { DefaultCategory } from '@xiaoer/domain/demand/categories';
import type { OutwardStatus } from '@xiaoer/domain/demand/projections/outward-view';
import type { WorkKind } from '@xiaoer/domain/demand/projections/work-items';
import type {
  Channel,
  ConditionAnswer,
  ConsultationMatter,
  Feasibility,
  FollowUpKind,
  Outcome,
  OutsideAnswerVia,
  PromiseKind,
  Remit,
  ReturnVisitKind,
  Risk,
  SolvedView,
  Status,
  Urgency,
  VerdictGrade,
  VerdictVia,
} from '@xiaoer/domain/demand/vocabulary';
import type { TeamRole } from '@xiaoer/domain/enterprise/state';
import type { Light } from '@xiaoer/domain/time/clock';

/** One key per member of each of the domain's lists. */
export type DemandWordKey =
  | `status.${Status}`
  | `outward.${OutwardStatus}`
  | `light.${Light}`
  | `urgency.${Urgency}`
  | `channel.${Channel}`
  | `remit.${Remit}`
  | `outcome.${Outcome}`
  | `grade.${VerdictGrade}`
  | `solved.${SolvedView}`
  | `via.${VerdictVia}`
  | `promise.${PromiseKind}`
  | `feasibility.${Feasibility}`
  | `risk.${Risk}`
  | `condition.${ConditionAnswer}`
  | `outsideVia.${OutsideAnswerVia}`
  | `returnVisit.${ReturnVisitKind}`
  | `followUp.${FollowUpKind}`
  | `matter.${ConsultationMatter}`
  | `ladder.${LadderStep}`
  | `recipient.${RecipientKind}`
  | `work.${WorkKind}`
  | `team.${TeamRole}`
  | `category.${DefaultCategory}`
  | `pause.${'awaitingEnterprise' | 'awaitingOutsideBody' | 'awaitingStatutoryProcedure' | 'forceMajeure'}`;

export const demandWords = {
  'status.registered': '待分办',
  'status.consulting': '会商中',
  'status.assigned': '待接单',
  'status.handling': '办理中',
  'status.referred': '已转办',
  'status.answered': '待评价',
  'status.callingBack': '待回访',
  'status.closed': '已办结',
  'outward.received': '已受理',
  'outward.handling': '办理中',
  'outward.referred': '已转有关单位',
  'outward.awaitingYou': '等您评价',
  'outward.closed': '已办结',
  'light.green': '正常',
  'light.yellow': '将到期',
  'light.red': '超期',
  'light.grey': '暂停',
  'light.done': '已完成',
  'urgency.general': '一般',
  'urgency.urgent': '紧急',
  'urgency.critical': '停产/危险',
  'channel.portal': '企业端',
  'channel.qr': '扫码',
  'channel.visit': '走访',
  'channel.phone': '电话',
  'channel.counter': '窗口',
  'channel.message': '聊天消息',
  'channel.hotline': '12345 转办单',
  'channel.meeting': '会议',
  'channel.instruction': '领导批示',
  'channel.import': '表格导入',
  'channel.api': '系统对接',
  'remit.own': '职责内',
  'remit.outside': '职责外',
  'outcome.solved': '已解决',
  'outcome.partlySolved': '部分解决',
  'outcome.explained': '解释说明',
  'outcome.conditionsLacking': '条件不具备',
  'outcome.referredAndAnswered': '转办已答复',
  'outcome.withdrawn': '已撤回',
  'outcome.merged': '已合并',
  'outcome.finalDetermination': '终结认定',
  'grade.verySatisfied': '非常满意',
  'grade.satisfied': '满意',
  'grade.fair': '基本满意',
  'grade.dissatisfied': '不满意',
  'grade.veryDissatisfied': '非常不满意',
  'solved.solved': '解决了',
  'solved.partly': '部分解决',
  'solved.unsolved': '没解决',
  'via.portal': '企业端评价',
  'via.callBack': '电话回访',
  'via.onTheSpot': '当场评价',
  'promise.contact': '联系',
  'promise.plan': '方案',
  'promise.settle': '办结',
  'feasibility.high': '高',
  'feasibility.medium': '中',
  'feasibility.low': '低',
  'risk.low': '低',
  'risk.medium': '中',
  'risk.high': '高',
  'condition.met': '符合',
  'condition.notMet': '不符合',
  'condition.unknown': '待补充',
  'outsideVia.oneTimeLink': '一次性链接',
  'outsideVia.scannedLetter': '复函扫描件',
  'returnVisit.phone': '电话',
  'returnVisit.onSite': '上门',
  'followUp.supply': '供需对接',
  'followUp.finance': '融资',
  'followUp.talent': '人才',
  'followUp.policy': '政策',
  'followUp.other': '其他',
  'matter.declines': '多次退单',
  'matter.rejections': '多次不认可',
  'ladder.notice': '提醒',
  'ladder.reminder': '催办',
  'ladder.supervisionNotice': '督办',
  'ladder.leader': '报领导',
  'ladder.bulletin': '月度通报',
  'recipient.responsible': '责任人',
  'recipient.unitHead': '单位负责人',
  'recipient.coHandlers': '协办单位',
  'recipient.desk': '综合协调岗',
  'recipient.officer': '服务专员',
  'recipient.leader': '联系领导',
  'recipient.inspector': '督查岗',
  'work.route': '分办',
  'work.consult': '会商定责',
  'work.accept': '接单',
  'work.contact': '联系企业',
  'work.plan': '制定方案',
  'work.settle': '答复办结',
  'work.approve': '审核答复',
  'work.extension': '审批延期',
  'work.step': '方案步骤',
  'work.task': '协办任务',
  'work.instruction': '落实批示',
  'work.supervision': '回复督办',
  'work.referral': '跟踪转办',
  'work.verdict': '等待评价',
  'work.enterpriseTask': '等企业补充',
  'work.callBack': '回访',
  'work.returnVisit': '回头看',
  'work.review': '复核条件',
  'team.linkedLeader': '联系领导',
  'team.parkCadre': '园区干部',
  'team.serviceOfficer': '服务专员',
  'team.enterpriseContact': '企业联系人',
  'team.partyGuide': '党建指导员',
  'category.water': '供水',
  'category.power': '供电',
  'category.gas': '燃气',
  'category.roads': '道路',
  'category.telecoms': '通信',
  'category.meals': '就餐',
  'category.shopping': '购物',
  'category.greenery': '绿化',
  'category.sewage': '污水',
  'category.buses': '公交',
  'category.parking': '停车',
  'category.recruitment': '招工',
  'category.housing': '住房',
  'category.schooling': '子女入学',
  'category.lifeServices': '生活配套',
  'category.finance': '融资',
  'category.formalities': '手续办理',
  'category.policy': '政策咨询',
  'category.market': '市场开拓',
  'category.safety': '安全',
  'category.other': '其他',
  'pause.awaitingEnterprise': '等待企业补充',
  'pause.awaitingOutsideBody': '等待外部单位',
  'pause.awaitingStatutoryProcedure': '法定程序进行中',
  'pause.forceMajeure': '不可抗力',
} as const satisfies Record<DemandWordKey, string>;
