import type { DefaultCategory } from '@xiaoer/domain/demand/categories';
import { TOWNS, type Town } from './units.ts';

type CategoryRow = {
  readonly key: DefaultCategory;
  readonly zh: string;
  readonly en: string;
  /** A department of the group, or a department every town company has. */
  readonly unit: string | { readonly ofTown: 'Works' | 'Property' };
};

const WORKS = { ofTown: 'Works' } as const;
const PROPERTY = { ofTown: 'Property' } as const;

/** The 21 categories, and who handles what is within the group's remit (filled in). */
export const CATEGORIES: readonly CategoryRow[] = [
  { key: 'water', zh: '供水', en: 'Water', unit: WORKS },
  { key: 'power', zh: '供电', en: 'Power', unit: WORKS },
  { key: 'gas', zh: '供气', en: 'Gas', unit: WORKS },
  { key: 'roads', zh: '道路', en: 'Roads', unit: WORKS },
  { key: 'telecoms', zh: '通信', en: 'Telecoms', unit: PROPERTY },
  { key: 'meals', zh: '就餐', en: 'Meals', unit: PROPERTY },
  { key: 'shopping', zh: '购物', en: 'Shopping', unit: 'assets' },
  { key: 'greenery', zh: '绿化', en: 'Greenery', unit: PROPERTY },
  { key: 'sewage', zh: '排污', en: 'Sewage', unit: WORKS },
  { key: 'buses', zh: '公交', en: 'Buses', unit: 'assets' },
  { key: 'parking', zh: '停车', en: 'Parking', unit: PROPERTY },
  { key: 'recruitment', zh: '招聘用工', en: 'Recruitment', unit: 'talent' },
  { key: 'housing', zh: '住房', en: 'Housing', unit: 'assets' },
  { key: 'schooling', zh: '子女入学', en: 'Schooling', unit: 'talent' },
  { key: 'lifeServices', zh: '生活服务', en: 'Life services', unit: 'talent' },
  { key: 'finance', zh: '融资', en: 'Finance', unit: 'finance' },
  { key: 'formalities', zh: '手续办理', en: 'Formalities', unit: 'planning' },
  { key: 'policy', zh: '政策', en: 'Policy', unit: 'investment' },
  { key: 'market', zh: '市场开拓', en: 'Market', unit: 'investment' },
  { key: 'safety', zh: '安全', en: 'Safety', unit: 'safety' },
  { key: 'other', zh: '其他', en: 'Other', unit: 'planning' },
];

/** The unit that handles a category in a town. */
export const unitKeyFor = (category: string, town: Town): string => {
  const row = CATEGORIES.find(({ key }) => key === category);
  if (row === undefined) throw new Error(`no category ${category}`);
  return typeof row.unit === 'string' ? row.unit : `${town}${row.unit.ofTown}`;
};

/** Rows of the catalogue: one for the whole zone, or one for each town. */
export const catalogueRows = ({
  unit,
}: CategoryRow): readonly { readonly territory?: Town; readonly unit: string }[] =>
  typeof unit === 'string'
    ? [{ unit }]
    : TOWNS.map((town) => ({ territory: town, unit: `${town}${unit.ofTown}` }));
