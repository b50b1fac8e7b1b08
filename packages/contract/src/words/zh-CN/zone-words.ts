import type { Role } from '@xiaoer/domain/access/role';
import type { Limited, TextKind } from '@xiaoer/domain/demand/settings';
import type { PromiseKind, ReturnVisitKind, Urgency } from '@xiaoer/domain/demand/vocabulary';
import type { IndustrySection } from '@xiaoer/domain/enterprise/industry';
import type { SizeClass } from '@xiaoer/domain/enterprise/size-class';
import type {
  ContactRole,
  EnterpriseGrowth,
  EnterpriseStage,
  EnterpriseTag,
  LeavingReason,
  SiteTenure,
  TeamRole,
} from '@xiaoer/domain/enterprise/state';
import type { OrganisationCalendar, OrganisationKind } from '@xiaoer/domain/organisation/state';
import type { Investment, ProjectStage } from '@xiaoer/domain/project/project';
import type { Feature, SettingKey } from '@xiaoer/domain/settings/state';
import type { TerritoryKind } from '@xiaoer/domain/territory/state';
import type { LadderStep, RecipientKind } from '@xiaoer/domain/time/ladder';
import type { LimitStart, LimitUnit } from '@xiaoer/domain/time/limits';
import type { VisitPurpose, VisitState, VisitTarget } from '@xiaoer/domain/visit/visit';

/** One key per member of each of the domain's lists that are not a demand's. */
export type ZoneWordKey =
  | `role.${Role}`
  | `unitKind.${OrganisationKind}`
  | `keeps.${OrganisationCalendar}`
  | `territoryKind.${TerritoryKind}`
  | `stage.${EnterpriseStage}`
  | `growth.${EnterpriseGrowth}`
  | `size.${SizeClass}`
  | `tag.${EnterpriseTag}`
  | `contact.${ContactRole}`
  | `team.${TeamRole}`
  | `tenure.${SiteTenure}`
  | `leaving.${LeavingReason}`
  | `section.${IndustrySection}`
  | `projectStage.${ProjectStage}`
  | `investment.${Investment}`
  | `purpose.${VisitPurpose}`
  | `target.${VisitTarget['kind']}`
  | `visit.${VisitState['progress']['kind']}`
  | `standing.${'active' | 'deactivated' | 'erased'}`
  | `setting.${SettingKey}`
  | `feature.${Feature}`
  | `limited.${Limited}`
  | `urgency.${Urgency}`
  | `unit.${LimitUnit}`
  | `start.${LimitStart}`
  | `promise.${PromiseKind}`
  | `ladder.${LadderStep}`
  | `recipient.${RecipientKind}`
  | `returnVisit.${ReturnVisitKind}`
  | `textKind.${TextKind}`
  | `day.${'holiday' | 'makeUpDay' | 'halfDay'}`
  | `works.${'morning' | 'afternoon'}`;

export const zoneWords = {
  'role.enterprise': '企业联系人',
  'role.officer': '服务专员',
  'role.handler': '承办人',
  'role.unit-head': '单位负责人',
  'role.desk': '综合协调岗',
  'role.leader': '联系领导',
  'role.guide': '党建指导员',
  'role.inspector': '督查岗',
  'role.admin': '系统管理员',
  'unitKind.zoneOffice': '园区管理机构',
  'unitKind.subsidiary': '下属公司',
  'unitKind.townCompany': '新城公司',
  'unitKind.department': '部门',
  'unitKind.serviceStation': '服务站',
  'unitKind.utility': '公用事业',
  'unitKind.outsideBody': '外部单位',
  'keeps.officer': '专员工作时间',
  'keeps.department': '部门工作时间',
  'territoryKind.zone': '园区',
  'territoryKind.park': '产业园',
  'territoryKind.block': '片区',
  'territoryKind.grid': '网格',
  'territoryKind.smallGrid': '微网格',
  'stage.talks': '洽谈',
  'stage.signed': '已签约',
  'stage.construction': '建设中',
  'stage.trialProduction': '试生产',
  'stage.production': '投产',
  'stage.fullCapacity': '达产',
  'stage.suspended': '停产',
  'growth.rising': '向好',
  'growth.steady': '平稳',
  'growth.falling': '下滑',
  'growth.struggling': '困难',
  'size.large': '大型',
  'size.medium': '中型',
  'size.small': '小型',
  'size.micro': '微型',
  'tag.aboveScaleIndustry': '规上工业',
  'tag.aboveScaleConstruction': '资质建筑业',
  'tag.aboveScaleTrade': '限上商贸',
  'tag.aboveScaleService': '规上服务业',
  'tag.littleGiant': '小巨人',
  'tag.specialisedInnovative': '专精特新',
  'tag.highTech': '高新技术企业',
  'tag.institute': '科研院所',
  'contact.legalRepresentative': '法定代表人',
  'contact.generalManager': '总经理',
  'contact.liaison': '联络人',
  'contact.finance': '财务',
  'contact.staffing': '人事',
  'contact.production': '生产',
  'contact.other': '其他',
  'team.linkedLeader': '联系领导',
  'team.parkCadre': '园区干部',
  'team.serviceOfficer': '服务专员',
  'team.enterpriseContact': '企业联系人',
  'team.partyGuide': '党建指导员',
  'tenure.owned': '自有',
  'tenure.rented': '租用',
  'tenure.unknown': '未知',
  'leaving.movedAway': '迁出',
  'leaving.deregistered': '注销',
  'leaving.merged': '被合并',
  'leaving.enteredInError': '登记有误',
  'section.A': 'A 农、林、牧、渔业',
  'section.B': 'B 采矿业',
  'section.C': 'C 制造业',
  'section.D': 'D 电力、热力、燃气及水生产和供应业',
  'section.E': 'E 建筑业',
  'section.F': 'F 批发和零售业',
  'section.G': 'G 交通运输、仓储和邮政业',
  'section.H': 'H 住宿和餐饮业',
  'section.I': 'I 信息传输、软件和信息技术服务业',
  'section.J': 'J 金融业',
  'section.K': 'K 房地产业',
  'section.L': 'L 租赁和商务服务业',
  'section.M': 'M 科学研究和技术服务业',
  'section.N': 'N 水利、环境和公共设施管理业',
  'section.O': 'O 居民服务、修理和其他服务业',
  'section.P': 'P 教育',
  'section.Q': 'Q 卫生和社会工作',
  'section.R': 'R 文化、体育和娱乐业',
  'section.S': 'S 公共管理、社会保障和社会组织',
  'section.T': 'T 国际组织',
  'projectStage.talks': '洽谈',
  'projectStage.intended': '意向',
  'projectStage.contract': '签约',
  'projectStage.projectApproval': '立项',
  'projectStage.land': '供地',
  'projectStage.start': '开工',
  'projectStage.toppedOut': '封顶',
  'projectStage.worksComplete': '竣工',
  'projectStage.acceptance': '验收',
  'projectStage.certificate': '办证',
  'projectStage.trialProduction': '试生产',
  'projectStage.production': '投产',
  'projectStage.aboveScale': '升规',
  'projectStage.fullCapacity': '达产',
  'investment.enterprise': '企业投资',
  'investment.government': '政府投资',
  'purpose.theory': '理论宣讲',
  'purpose.policy': '政策宣传',
  'purpose.service': '服务企业',
  'purpose.problemSolving': '解决问题',
  'target.enterprise': '企业',
  'target.site': '厂区',
  'target.workshop': '车间',
  'target.institute': '科研院所',
  'target.project': '项目',
  'target.territory': '园区、片区',
  'target.team': '班组',
  'visit.planned': '已安排',
  'visit.made': '已走访',
  'visit.cancelled': '已取消',
  'standing.active': '在岗',
  'standing.deactivated': '已停用',
  'standing.erased': '已抹除',
  'setting.limits': '办理时限',
  'setting.declinesBeforeConsultation': '退单几次后会商',
  'setting.rejectionsBeforeConsultation': '不认可几次后会商',
  'setting.answerApproval': '答复须经审核',
  'setting.verdictLimit': '企业评价时限',
  'setting.callBackLimit': '回访时限',
  'setting.callBackAttempts': '回访最多几次',
  'setting.returnVisit': '回头看',
  'setting.pauseReasons': '暂停理由',
  'setting.extension': '延期',
  'setting.interim': '阶段性答复',
  'setting.referral': '转办答复期限',
  'setting.onTheSpotCategories': '可即办的类别',
  'setting.maxText': '文字长度上限',
  'setting.ladders': '催办阶梯',
  'setting.features': '功能开关',
  'feature.suggestions': '智能建议',
  'feature.duplicateWarnings': '重复提示',
  'limited.contact': '联系企业',
  'limited.plan': '制定方案',
  'limited.settle': '答复办结',
  'limited.rework': '退回重办',
  'limited.decline': '退单',
  'urgency.general': '一般',
  'urgency.urgent': '紧急',
  'urgency.critical': '停产/危险',
  'unit.naturalMinutes': '分钟（自然时间）',
  'unit.workMinutes': '分钟（工作时间）',
  'unit.workingDays': '个工作日',
  'unit.calendarDays': '个自然日',
  'start.immediately': '即时起算',
  'start.nextDay': '次日起算',
  'promise.contact': '联系',
  'promise.plan': '方案',
  'promise.settle': '办结',
  'ladder.notice': '提醒',
  'ladder.reminder': '催办',
  'ladder.supervisionNotice': '督办单',
  'ladder.leader': '报领导',
  'ladder.bulletin': '月度通报',
  'recipient.responsible': '责任人',
  'recipient.unitHead': '单位负责人',
  'recipient.coHandlers': '协办单位',
  'recipient.desk': '综合协调岗',
  'recipient.officer': '服务专员',
  'recipient.leader': '联系领导',
  'recipient.inspector': '督查岗',
  'returnVisit.phone': '电话',
  'returnVisit.onSite': '上门',
  'textKind.title': '标题',
  'textKind.text': '正文',
  'textKind.note': '备注',
  'textKind.answer': '答复',
  'textKind.words': '评价原话',
  'textKind.number': '编号',
  'day.holiday': '休息日',
  'day.makeUpDay': '调休上班',
  'day.halfDay': '半天上班',
  'works.morning': '上午上班',
  'works.afternoon': '下午上班',
} as const satisfies Record<ZoneWordKey, string>;
