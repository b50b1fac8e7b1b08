import type { GradeWords } from '../../ui/verdict.tsx';

export const GRADE_WORDS: GradeWords = ['非常不满意', '不满意', '基本满意', '满意', '非常满意'];

const THINGS = [
  '厂区东门路灯不亮',
  '员工公寓床位不足',
  '10 kV 线路频繁跳闸',
  '污水管网堵塞',
  '班车线路调整',
  '招工困难，缺普工 40 名',
];
const FIRMS = ['长安福特汽车', '京东方显示', '川崎机器人', '紫光华智', '康宁显示玻璃'];
const UNITS = ['供电服务中心', '建设管理局', '党群工作部', '交通运输所'];
const TONES = ['fine', 'soon', 'late', 'paused', 'done'] as const;

/** Rows as a list would have them; only to look at. */
export const sampleRows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `LJ-2026-${String(at + 1).padStart(4, '0')}`,
    title: THINGS[at % THINGS.length] ?? '',
    enterprise: FIRMS[at % FIRMS.length] ?? '',
    unit: UNITS[at % UNITS.length] ?? '',
    tone: TONES[at % TONES.length] ?? ('fine' as const),
    days: (at * 7) % 23,
  }));
export type SampleRow = ReturnType<typeof sampleRows>[number];
