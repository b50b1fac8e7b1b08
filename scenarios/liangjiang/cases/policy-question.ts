import type { DemandCommand } from '@xiaoer/domain/demand/commands';
import type { Move } from '../demands/scene.ts';
import { byHandler } from '../demands/parts.ts';
import { SETTLE_ON_THE_SPOT } from '../demands/spot-demands.ts';
import { own } from '../matters/matter.ts';
import type { HandWritten } from './hand-written.ts';

const matter = own('policy', ['技改政策兑现', '', '', '兑现技改政策', '']);

const answerWithConditions: Move = {
  by: byHandler,
  command: ({ words }): DemandCommand => ({
    type: 'SubmitAnswer',
    answer: {
      conclusion: 'solved',
      text: words.answer,
      conditions: [
        { condition: '技改项目已在主管部门备案', answer: 'met', remark: '备案号已核对' },
        { condition: '设备投入不低于500万元', answer: 'met', remark: '发票合计1,286万元' },
        { condition: '项目已竣工验收', answer: 'met', remark: '2022年3月验收' },
        { condition: '当年未享受同类补助', answer: 'met', remark: '财政系统无重复' },
        { condition: '安装智能化设备占比达到四成', answer: 'unknown', remark: '请企业补充设备清单' },
      ],
      files: [],
    },
  }),
};

/** Case 1: a robot maker asks for its technical-renovation policy to be paid. */
export const POLICY_QUESTION: HandWritten = {
  enterprise: 'robots',
  channel: 'visit',
  start: '2022-06-08T10:10',
  matter,
  words: {
    title: '渝睿机器人：请求兑现技术改造政策',
    text: '我司去年完成关节减速器产线技术改造，设备投入超过一千二百万元，申报技改补助后一直未到账。请协调核实兑现进度，并告诉我们还缺哪些条件。',
    summary: '对照技改政策逐条核对条件，向主管部门核实资金进度，逐项告知企业。',
    steps: ['逐条核对技改政策条件', '核实资金拨付进度并告知企业'],
    answer: '贵司技改项目符合政策条件，资金已列入本季度拨付计划，补充设备清单后即可拨付；各项条件见下表。',
    findings: '查看台账：产线改造已完成，设备发票齐全，补助一直未到账。',
    praise: '条件列得清楚，钱也到了，感谢',
  },
  path: [
    ['register', 0],
    ['contact', 0],
    ['remitOwn', 0],
    ['route', 0],
    ['accept', 1],
    ['plan', 0],
    ['firstStep', 1],
    ['askEnterprise', 0],
    ['enterpriseDone', 2],
    ['secondStep', 2],
    [answerWithConditions, 0],
    ['approve', 0],
    ['verySatisfied', 1],
  ],
  isSettled: true,
};

const question = (
  enterprise: string,
  start: string,
  [title, text, answer]: readonly [string, string, string],
) =>
  ({
    enterprise,
    channel: 'counter',
    start,
    matter: own('policy', [title, '', '', '了解政策', '']),
    words: { title, text, answer, praise: '一次讲清楚了' },
    path: [[SETTLE_ON_THE_SPOT, 0]],
    isSettled: true,
  }) satisfies HandWritten;

/** Case 1, continued: several more ask which policies fit them. */
export const WHICH_POLICIES: readonly HandWritten[] = [
  question('carPlant', '2022-06-09T09:40', [
    '渝驰汽车：扩产可以享受哪些政策',
    '我司员工从五百多人增加到两千五百多人，想知道稳岗、招工和用地方面有哪些政策适合我们。',
    '适用稳岗返还、重点企业用工奖励两项，条件和入口已当面逐条说明。',
  ]),
  question('titanium', '2022-06-13T14:25', [
    '钛衡铸造：新投产企业有哪些扶持',
    '我司刚投产，想了解新投产企业在设备、能耗和融资方面能申请哪些扶持。',
    '适用首年达产奖励和贷款贴息，能耗补贴需投产满半年，已列出时间表。',
  ]),
  question('heavyTrucks', '2022-06-20T11:05', [
    '恒岳重车：新能源重卡推广政策',
    '我司正在试制新能源重卡，想知道示范运营和换电站建设有没有补助。',
    '示范运营补助由上级部门受理，换电站可申请用地支持，办理人和电话已给到企业。',
  ]),
  question('enterprise30', '2022-07-05T15:30', [
    '研发投入补助怎样计算',
    '我司研发人员三十余人，去年研发费用增长较快，请问研发投入补助按什么口径计算，能否与加计扣除同时享受。',
    '补助按归集口径的增量计算，可与加计扣除同时享受，已对照贵司报表测算。',
  ]),
  question('enterprise41', '2022-07-12T10:50', [
    '专精特新申报需要满足什么',
    '我司想申报专精特新企业，不清楚细分市场占有率怎样证明，也不知道哪些条件已经达到。',
    '市场占有率可由行业协会出具证明；现有条件中四项达到、一项待补，已逐项标注。',
  ]),
];
