import type { OrganisationCalendar, OrganisationKind } from '@xiaoer/domain/organisation/state';

export const TOWNS = ['yufu', 'shuitu', 'longxing'] as const;
export type Town = (typeof TOWNS)[number];

export const TOWN_NAMES: Readonly<Record<Town, { readonly zh: string; readonly en: string }>> = {
  yufu: { zh: '鱼复', en: 'Yufu' },
  shuitu: { zh: '水土', en: 'Shuitu' },
  longxing: { zh: '龙兴', en: 'Longxing' },
};

type UnitRow = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: OrganisationKind;
  readonly calendar: OrganisationCalendar;
  readonly parent?: string;
};

type Row = readonly [key: string, zh: string, en: string, kind: OrganisationKind, parent?: string];

const unit = ([key, zh, en, kind, parent]: Row): UnitRow => ({
  key,
  zh,
  en,
  kind,
  calendar: kind === 'serviceStation' ? 'officer' : 'department',
  ...(parent !== undefined && { parent }),
});

const department = (key: string, zh: string, en: string): UnitRow =>
  unit([key, zh, en, 'department', 'group']);

const ofTown = (town: Town): readonly UnitRow[] => {
  const { zh, en } = TOWN_NAMES[town];
  return [
    unit([town, `${zh}公司`, `${en} Town Company`, 'townCompany', 'group']),
    unit([`${town}Works`, `${zh}公司工程建设部`, `${en} Works`, 'department', town]),
    unit([`${town}Property`, `${zh}公司物业运营部`, `${en} Property`, 'department', town]),
    unit([`${town}Service`, `${zh}企业服务站`, `${en} Enterprise Service Station`, 'serviceStation', town]),
  ];
};

/** The group and its town companies are from the report; departments and outside bodies are filled in. */
export const UNITS: readonly UnitRow[] = [
  unit(['group', '新城开发集团', 'New Towns Development Group', 'zoneOffice']),
  department('partyHr', '党群人力部', 'Party and HR Department'),
  department('investment', '投资促进部', 'Investment Promotion Department'),
  department('planning', '规划建设部', 'Planning and Construction Department'),
  department('assets', '资产运营部', 'Assets Department'),
  department('safety', '安全环保部', 'Safety and Environment Department'),
  department('finance', '财务融资部', 'Finance Department'),
  department('talent', '人才服务中心', 'Talent Service Centre'),
  department('discipline', '纪检督查室', 'Inspection Office'),
  ...TOWNS.flatMap(ofTown),
];

/** Bodies outside the group. None of them has an account. */
export const OUTSIDE_BODIES: readonly UnitRow[] = [
  unit(['powerCompany', '供电公司', 'Power Supply Company', 'utility']),
  unit(['waterCompany', '自来水公司', 'Water Company', 'utility']),
  unit(['gasCompany', '燃气公司', 'Gas Company', 'utility']),
  unit(['telecom', '通信公司', 'Telecom Company', 'utility']),
  unit(['busCompany', '公交集团', 'Bus Company', 'utility']),
  unit(['traffic', '区交巡警支队', 'Traffic Police', 'outsideBody']),
  unit(['education', '区教育局', 'Education Bureau', 'outsideBody']),
  unit(['labour', '区人力社保局', 'Labour Bureau', 'outsideBody']),
  unit(['housing', '区住建局', 'Housing and Construction Bureau', 'outsideBody']),
  unit(['environment', '区生态环境局', 'Environment Bureau', 'outsideBody']),
  unit(['economy', '区经济信息局', 'Economy Bureau', 'outsideBody']),
  unit(['tax', '区税务局', 'Tax Bureau', 'outsideBody']),
  unit(['testCourse', '机动车驾驶考试场运营公司', 'Driving-Test Course Operator', 'outsideBody']),
];

type TerritoryRow = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly parent?: string;
  readonly kind: 'zone' | 'park' | 'block';
};

const BLOCKS = ['A', 'B', 'C', 'D'] as const;

export const blockKey = (town: Town, block: string): string => `${town}${block}`;
export const BLOCK_KEYS: Readonly<Record<Town, readonly string[]>> = {
  yufu: BLOCKS.map((block) => blockKey('yufu', block)),
  shuitu: BLOCKS.map((block) => blockKey('shuitu', block)),
  longxing: BLOCKS.map((block) => blockKey('longxing', block)),
};

/** The new area, its three towns, four parks in each (parks filled in). */
export const TERRITORIES: readonly TerritoryRow[] = [
  { key: 'area', zh: '新区', en: 'New Area', kind: 'zone' },
  ...TOWNS.map((town): TerritoryRow => {
    const { zh, en } = TOWN_NAMES[town];
    return { key: town, zh: `${zh}新城`, en: `${en} New Town`, kind: 'park', parent: 'area' };
  }),
  ...TOWNS.flatMap((town) =>
    BLOCKS.map((block): TerritoryRow => {
      const { zh, en } = TOWN_NAMES[town];
      return {
        key: blockKey(town, block),
        zh: `${zh}${block}区`,
        en: `${en} Park ${block}`,
        kind: 'block',
        parent: town,
      };
    }),
  ),
];
