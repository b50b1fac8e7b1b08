import { completedCreditCode } from '@xiaoer/domain/enterprise/credit-code';
import type { Industry } from '@xiaoer/domain/enterprise/industry';
import type { SizeFigures } from '@xiaoer/domain/enterprise/size-class';
import type { EnterpriseStage, EnterpriseTag } from '@xiaoer/domain/enterprise/state';
import type { Random } from '../random.ts';
import { BRAND_FIRST, BRAND_SECOND, INSTITUTE, TRADES, type Trade } from './enterprise-words.ts';
import { sampleName, STAFF } from './staff.ts';
import { BLOCK_KEYS, TOWNS, type Town } from './units.ts';

export type EnterpriseRow = {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string;
  readonly industry: Industry;
  readonly tags: readonly EnterpriseTag[];
  readonly stage: EnterpriseStage;
  readonly figures: SizeFigures;
  readonly town: Town;
  readonly block: string;
  readonly contactName: string;
  readonly phone: string;
  /** Keys of staff: the linked leader, the park cadre, the service officer, and in Yufu the Party guide. */
  readonly leader: string;
  readonly cadre: string;
  readonly officer: string;
  readonly guide?: string;
};

/** Above-scale, specialised, little giants and institutes: whom the visits of the report are about. */
export const VISITED_KINDS: readonly EnterpriseTag[] = [
  'aboveScaleIndustry',
  'aboveScaleConstruction',
  'aboveScaleTrade',
  'aboveScaleService',
  'littleGiant',
  'specialisedInnovative',
  'institute',
];

type Named = Pick<EnterpriseRow, 'key' | 'name' | 'shortName' | 'industry' | 'tags' | 'town' | 'block'> & {
  readonly employees: number;
};

/** The enterprises of the seven cases; names made up, the report names none. */
const NAMED: readonly Named[] = [
  {
    key: 'robots',
    name: '重庆渝睿机器人股份有限公司',
    shortName: '渝睿机器人',
    industry: { section: 'C', code: '3491' },
    tags: ['aboveScaleIndustry', 'littleGiant', 'highTech'],
    town: 'shuitu',
    block: 'shuituA',
    employees: 460,
  },
  {
    key: 'carPlant',
    name: '重庆渝驰汽车有限公司',
    shortName: '渝驰汽车',
    industry: { section: 'C', code: '3612' },
    tags: ['aboveScaleIndustry', 'highTech'],
    town: 'yufu',
    block: 'yufuB',
    employees: 2_560,
  },
  {
    key: 'heavyTrucks',
    name: '重庆恒岳重型车辆有限公司',
    shortName: '恒岳重车',
    industry: { section: 'C', code: '3611' },
    tags: ['aboveScaleIndustry'],
    town: 'longxing',
    block: 'longxingC',
    employees: 830,
  },
  {
    key: 'titanium',
    name: '重庆钛衡精密铸造有限公司',
    shortName: '钛衡铸造',
    industry: { section: 'C', code: '3391' },
    tags: ['aboveScaleIndustry', 'specialisedInnovative'],
    town: 'longxing',
    block: 'longxingA',
    employees: 310,
  },
];

const GENERATED = 258;
const INSTITUTES = 8;
/** Too small for the report's kinds: in the directory, but outside its count of visits. */
const SMALL = 16;

const tagsOf = (ordinal: number, trade: Trade, random: Random): readonly EnterpriseTag[] => {
  if (ordinal < INSTITUTES) return ['institute'];
  if (ordinal < INSTITUTES + SMALL) return [];
  const more: EnterpriseTag[] = [];
  const draw = random.next();
  if (draw < 0.06) more.push('littleGiant', 'highTech');
  else if (draw < 0.3) more.push('specialisedInnovative');
  else if (draw < 0.45) more.push('highTech');
  return [trade.scaleTag, ...more];
};

const sixDigits = (ordinal: number): string => String(ordinal).padStart(6, '0');

/** 91 = enterprise registered with market supervision, 500000 = the city; the rest is made up, the checks are right. */
const creditCodeOf = (ordinal: number): string =>
  completedCreditCode(`91500000MA${sixDigits(900_100 + ordinal)}`);

/** 199 0000 0xxx: sample numbers; a sample zone sends nothing outside. */
export const samplePhone = (ordinal: number): string => `1990000${String(ordinal).padStart(4, '0')}`;

const teamOf = (town: Town, block: string, ordinal: number) => {
  const leaders = [`${town}Manager`, `${town}Deputy`, 'deputyOne', 'deputyTwo', 'chairman'];
  return {
    leader: leaders[ordinal % 7 < 5 ? ordinal % 2 : 2 + (ordinal % 3)] ?? 'chairman',
    cadre: `${town}Cadre${1 + (ordinal % 3)}`,
    officer: `${block}Officer`,
    ...(town === 'yufu' && { guide: `yufuGuide${1 + (ordinal % 2)}` }),
  };
};

const FIRST_CONTACT_NAME = STAFF.length;

const completed = (row: Named, ordinal: number, random: Random): EnterpriseRow => {
  const { employees, ...rest } = row;
  return {
    ...rest,
    creditCode: creditCodeOf(ordinal),
    stage:
      row.key === 'titanium' ? 'trialProduction' : random.pick(['production', 'production', 'fullCapacity']),
    figures: {
      employees,
      revenueTenThousandYuan: employees * random.between(40, 130),
      assetsTenThousandYuan: employees * random.between(60, 160),
    },
    contactName: sampleName(FIRST_CONTACT_NAME + ordinal),
    phone: samplePhone(200 + ordinal),
    ...teamOf(row.town, row.block, ordinal),
  };
};

const generated = (random: Random): readonly Named[] => {
  const brands = random.shuffled(
    BRAND_FIRST.flatMap((first) => BRAND_SECOND.map((second) => `${first}${second}`)),
  );
  return Array.from({ length: GENERATED }, (_, ordinal) => {
    const trade = ordinal < INSTITUTES ? INSTITUTE : random.pick(TRADES);
    const brand = `${brands[ordinal % brands.length]}${ordinal < brands.length ? '' : '新'}`;
    const town = random.pick(TOWNS);
    const isSmall = ordinal >= INSTITUTES && ordinal < INSTITUTES + SMALL;
    return {
      key: `enterprise${ordinal + 1}`,
      name: `重庆${brand}${trade.word}${trade.form}`,
      shortName: `${brand}${trade.word}`,
      industry: trade.industry,
      tags: tagsOf(ordinal, trade, random),
      town,
      block: random.pick(BLOCK_KEYS[town]),
      employees: isSmall ? random.between(6, 19) : random.between(40, 900),
    };
  });
};

/** Every enterprise of the directory, those of the cases first. */
export const enterpriseRows = (random: Random): readonly EnterpriseRow[] =>
  [...NAMED, ...generated(random)].map((row, ordinal) => completed(row, ordinal, random));

export const isOfVisitedKind = ({ tags }: Pick<EnterpriseRow, 'tags'>): boolean =>
  tags.some((tag) => VISITED_KINDS.includes(tag));
