import { momentWords } from '../../lib/format/day.ts';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Column } from '../../ui/table/column.ts';
import { Tag } from '../../ui/tag.tsx';
import type { DemandItem } from '../light-of.ts';
import type { DemandWords } from '../words.ts';
import { DueCell, LightCell, OwnerCell, TitleCell } from './item-cells.tsx';

/** What a list says beside the demand's own words. */
export type ColumnTitles = Readonly<
  Record<
    | 'title'
    | 'light'
    | 'due'
    | 'owner'
    | 'status'
    | 'enterprise'
    | 'category'
    | 'urgency'
    | 'raised'
    | 'number',
    string
  >
>;

type Speaking = {
  readonly words: DemandWords;
  readonly titles: ColumnTitles;
  readonly today: LocalDate;
  readonly categoryName: (key: string) => string;
};

/** English says the same in more letters. A list of the desk fits into a window of 1440 pixels. */
const WIDE = {
  'zh-CN': { due: 208, category: 96, enterprise: 188 },
  en: { due: 240, category: 100, enterprise: 170 },
} as const;

/** Room for a due date and what is left until then. */
export const dueWidth = (language: DemandWords['language']): number => WIDE[language].due;

/** Room for the name of most enterprises. */
export const enterpriseWidth = (language: DemandWords['language']): number => WIDE[language].enterprise;

/** Every column of a list of demands; light, date and owner come first after the title. */
export const demandColumns = ({
  words,
  titles,
  today,
  categoryName,
}: Speaking): readonly Column<DemandItem>[] => [
  {
    key: 'title',
    title: titles.title,
    isLead: true,
    cell: (item) => <TitleCell item={item} />,
  },
  { key: 'light', title: titles.light, width: 92, cell: (item) => <LightCell item={item} /> },
  {
    key: 'dueAt',
    title: titles.due,
    width: dueWidth(words.language),
    isSortable: true,
    cell: (item) => <DueCell item={item} />,
  },
  { key: 'owner', title: titles.owner, width: 176, cell: (item) => <OwnerCell item={item} /> },
  {
    key: 'status',
    title: titles.status,
    width: 88,
    cell: (item) => words.word(`status.${item.status}`),
  },
  {
    key: 'enterprise',
    title: titles.enterprise,
    width: enterpriseWidth(words.language),
    cell: (item) => <span title={item.enterprise.name}>{item.enterprise.name}</span>,
  },
  {
    key: 'category',
    title: titles.category,
    width: WIDE[words.language].category,
    cell: (item) => categoryName(item.category),
  },
  {
    key: 'urgency',
    title: titles.urgency,
    width: 96,
    cell: (item) =>
      item.urgency === 'general' ? (
        words.word('urgency.general')
      ) : (
        <Tag strong word={words.word(`urgency.${item.urgency}`)} />
      ),
  },
  {
    key: 'raisedAt',
    title: titles.raised,
    width: 148,
    isSortable: true,
    cell: (item) => momentWords(item.raisedAt, today, words.language),
  },
  { key: 'number', title: titles.number, width: 148, cell: (item) => item.number },
];

/** Shown until somebody chooses. */
export const USUAL_COLUMNS: readonly string[] = [
  'title',
  'light',
  'dueAt',
  'owner',
  'status',
  'enterprise',
  'category',
];
