import type { Industry } from './industry.ts';

export const SIZE_CLASSES = ['large', 'medium', 'small', 'micro'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Yearly figures; money in 万元 as the rule counts it. */
export type SizeFigures = {
  readonly employees?: number;
  readonly revenueTenThousandYuan?: number;
  readonly assetsTenThousandYuan?: number;
};

type Bounds = readonly [large: number, medium: number, small: number];
type Criteria = {
  readonly employees?: Bounds;
  readonly revenueTenThousandYuan?: Bounds;
  readonly assetsTenThousandYuan?: Bounds;
};

/** Lower bounds of large, medium and small. Source: 国家统计局 统计上大中小微型企业划分办法(2017), 国统字〔2017〕213号, annexed table. */
const CRITERIA = {
  agriculture: { revenueTenThousandYuan: [20_000, 500, 50] },
  industry: { employees: [1_000, 300, 20], revenueTenThousandYuan: [40_000, 2_000, 300] },
  construction: { revenueTenThousandYuan: [80_000, 6_000, 300], assetsTenThousandYuan: [80_000, 5_000, 300] },
  wholesale: { employees: [200, 20, 5], revenueTenThousandYuan: [40_000, 5_000, 1_000] },
  retail: { employees: [300, 50, 10], revenueTenThousandYuan: [20_000, 500, 100] },
  transport: { employees: [1_000, 300, 20], revenueTenThousandYuan: [30_000, 3_000, 200] },
  storage: { employees: [200, 100, 20], revenueTenThousandYuan: [30_000, 1_000, 100] },
  post: { employees: [1_000, 300, 20], revenueTenThousandYuan: [30_000, 2_000, 100] },
  lodging: { employees: [300, 100, 10], revenueTenThousandYuan: [10_000, 2_000, 100] },
  catering: { employees: [300, 100, 10], revenueTenThousandYuan: [10_000, 2_000, 100] },
  informationTransmission: { employees: [2_000, 100, 10], revenueTenThousandYuan: [100_000, 1_000, 100] },
  software: { employees: [300, 100, 10], revenueTenThousandYuan: [10_000, 1_000, 50] },
  realEstateDevelopment: {
    revenueTenThousandYuan: [200_000, 1_000, 100],
    assetsTenThousandYuan: [10_000, 5_000, 2_000],
  },
  propertyManagement: { employees: [1_000, 300, 100], revenueTenThousandYuan: [5_000, 1_000, 500] },
  leasingAndBusiness: { employees: [300, 100, 10], assetsTenThousandYuan: [120_000, 8_000, 100] },
  other: { employees: [300, 100, 10] },
} as const satisfies Readonly<Record<string, Criteria>>;
export type SizeGroup = keyof typeof CRITERIA;

const WHOLE_SECTIONS: Partial<Record<Industry['section'], SizeGroup>> = {
  A: 'agriculture',
  B: 'industry',
  C: 'industry',
  D: 'industry',
  E: 'construction',
  L: 'leasingAndBusiness',
  M: 'other',
  N: 'other',
  O: 'other',
  R: 'other',
};

/** By the longest beginning of the code. Null: the division or group is outside the rule. */
const CODES: Readonly<Record<string, SizeGroup | null>> = {
  '51': 'wholesale',
  '52': 'retail',
  '53': null,
  '54': 'transport',
  '55': 'transport',
  '56': 'transport',
  '57': 'transport',
  '58': 'transport',
  '591': 'transport',
  '592': 'storage',
  '593': 'storage',
  '594': 'storage',
  '595': 'storage',
  '596': 'storage',
  '599': 'storage',
  '60': 'post',
  '61': 'lodging',
  '62': 'catering',
  '63': 'informationTransmission',
  '64': 'informationTransmission',
  '65': 'software',
  '701': 'realEstateDevelopment',
  '702': 'propertyManagement',
  '703': 'other',
  '704': null,
  '709': 'other',
  '85': 'other',
};

/** The row of the table an industry belongs to; null where the rule names none (rail, finance, education, health, own property ...). */
export const sizeGroupOf = ({ section, code }: Industry): SizeGroup | null => {
  const whole = WHOLE_SECTIONS[section];
  if (whole !== undefined) return whole;
  return CODES[code.slice(0, 3)] ?? CODES[code.slice(0, 2)] ?? null;
};

/** Which figures the row asks for. */
export const figuresNeeded = (group: SizeGroup): readonly (keyof SizeFigures)[] =>
  Object.keys(CRITERIA[group]) as (keyof SizeFigures)[];

/**
 * Large, medium and small must reach the lower bound of every figure of their row, else they drop a class (note 1 of the table).
 * Null when the rule does not cover the industry or a figure that the row asks for is missing.
 */
export const sizeClassOf = (industry: Industry, figures: SizeFigures): SizeClass | null => {
  const group = sizeGroupOf(industry);
  if (group === null) return null;
  const criteria: Criteria = CRITERIA[group];
  const needed = figuresNeeded(group);
  if (needed.some((figure) => figures[figure] === undefined)) return null;
  const reaches = (level: number) =>
    needed.every((figure) => (figures[figure] ?? 0) >= (criteria[figure]?.[level] ?? 0));
  return SIZE_CLASSES[[0, 1, 2].find(reaches) ?? 3] ?? null;
};
