import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { LiaisonLetter } from '../liaison-letter.ts';
import type { OfficialDocument } from '../official-docx.ts';
import type { ReferralSheet } from '../referral-sheet.ts';
import type { ThreeLists } from '../three-lists-docx.ts';

const day = (text: string) => text as LocalDate;

/** Seventy characters, so that a paragraph of it is two and a half lines. */
const SENTENCE =
  '各单位要把企业反映的问题当作自己的事来办，首问负责、限时办结、逐件回访，凡是承诺了的都要兑现，凡是兑现不了的都要当面说清理由并记录在案，接受企业评价和社会监督。';

export const longNotice = (paragraphs: number): OfficialDocument => ({
  kind: 'document',
  issuer: '重庆两江新区管理委员会',
  title: '关于进一步做好企业诉求办理工作的通知',
  blocks: [
    { type: 'heading', level: 1, text: '一、总体要求' },
    ...Array.from({ length: paragraphs }, () => ({ type: 'paragraph', text: SENTENCE }) as const),
  ],
  date: day('2024-11-05'),
});

export const notice: OfficialDocument = {
  kind: 'document',
  redHead: true,
  issuer: '重庆两江新区管理委员会',
  title: '关于进一步做好企业诉求办理工作的通知',
  number: '渝两江管发〔2024〕12号',
  addressee: '各街道办事处，各部门，各国有公司',
  blocks: [
    { type: 'paragraph', text: SENTENCE },
    { type: 'heading', level: 1, text: '一、总体要求' },
    { type: 'heading', level: 2, text: '（一）目标任务' },
    { type: 'paragraph', text: SENTENCE },
    {
      type: 'table',
      columns: [
        { title: '事项', weight: 3 },
        { title: '时限', weight: 1, align: 'center' },
      ],
      rows: [
        ['水电气保障', '3个工作日'],
        ['道路通行', '5个工作日'],
      ],
    },
    { type: 'heading', level: 3, text: '1. 责任到人' },
    { type: 'paragraph', text: SENTENCE },
  ],
  attachments: ['企业诉求办理流程图', '企业诉求分类目录（2024年版）'],
  signatory: '重庆两江新区管理委员会',
  date: day('2024-11-05'),
  note: '此件公开发布',
};

export const letter: LiaisonLetter = {
  issuer: '重庆两江新区企业服务局',
  number: '渝两江企服函〔2024〕36号',
  addressee: '国网重庆江北供电公司',
  subject: '园区双回路供电',
  demand: {
    number: 'SQ-2024-0318',
    enterprise: '重庆某某智能装备有限公司',
    raisedOn: day('2024-10-28'),
    content:
      '该公司二期厂房已于九月投产，现为单回路供电，年内因线路检修停电三次，每次造成精密加工件报废约四十万元。企业希望接入双回路电源，并在接入前获得不少于三天的停电预告。\n企业已自行完成配电室扩容，预留了第二路进线柜。',
  },
  request:
    '请贵单位现场勘查第二路电源接入条件，明确接入方案、费用和工期；在接入完成前，请将计划停电安排提前三天告知企业。',
  replyBy: day('2024-11-15'),
  replyLink: 'https://zone.example.cn/r/7Qm2Xk9fT4',
  contact: { name: '李敏', phone: '023-6700 0000' },
  date: day('2024-11-05'),
};

export const sheet: ReferralSheet = {
  issuer: '重庆两江新区企业服务局',
  number: '转办〔2024〕218号',
  demandNumber: 'SQ-2024-0318',
  raisedOn: day('2024-10-28'),
  source: '走访',
  enterprise: '重庆某某智能装备有限公司',
  contact: '王建国 138****0000',
  category: '水电气保障',
  urgency: '紧急',
  title: '二期厂房单回路供电频繁停电',
  content:
    '二期厂房已于九月投产，现为单回路供电，年内因线路检修停电三次，每次造成精密加工件报废约四十万元。企业希望接入双回路电源，并在接入前获得不少于三天的停电预告。',
  toUnit: '建设管理局',
  coUnits: ['产业发展局', '鱼复街道办事处'],
  requirement: '请于时限内联系企业，拿出可选方案；确有困难的，书面说明理由。',
  due: '2024年11月8日17:00前',
  opinion: '拟请建设管理局主办，产业发展局、鱼复街道办事处协办。',
  clerk: '李敏',
  clerkPhone: '023-6700 0000',
  date: day('2024-10-29'),
};

export const threeLists = (rows: number): ThreeLists => {
  const each = <Row>(row: (number: string, index: number) => Row) =>
    Array.from({ length: rows }, (_, index) => row(`SQ-2024-${String(index + 1).padStart(4, '0')}`, index));
  return {
    issuer: '重庆两江新区企业服务局',
    asOf: day('2024-11-05'),
    problems: each((number, index) => ({
      number,
      href: `https://zone.example.cn/demands/${index + 1}`,
      enterprise: '重庆某某智能装备有限公司',
      problem: '二期厂房单回路供电，年内因线路检修停电三次，每次造成精密加工件报废约四十万元。',
      category: '水电气',
      source: '走访',
      raisedOn: day('2024-10-28'),
      status: index % 2 === 0 ? '办理中' : '已办结',
    })),
    tasks: each((number) => ({
      number,
      problem: '二期厂房单回路供电',
      measure: '现场勘查第二路电源接入条件，明确接入方案、费用和工期。',
      unit: '建设管理局',
      dueOn: day('2024-11-15'),
      progress: '已完成勘查，正在编制方案。',
    })),
    responsibilities: each((number, index) => ({
      number,
      problem: '二期厂房单回路供电',
      leader: '张伟',
      leadUnit: '建设管理局',
      responsible: '李敏',
      coUnits: ['产业发展局', '鱼复街道办事处'],
      dueOn: index === 1 ? undefined : day('2024-11-15'),
    })),
  };
};
