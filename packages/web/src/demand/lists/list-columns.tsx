import type { threeLists } from '@xiaoer/contract/lists';
import type { AnswerBody } from '../../lib/client/call.ts';
import type { demandList } from '../../lib/messages/zh-CN/demand-list.ts';
import type { Translate } from '../../lib/messages/catalogue.ts';
import type { useUnitWord } from '../../lib/directory/places.ts';
import { MARKS } from '../../lib/messages/language.tsx';
import type { Column } from '../../ui/table/column.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { dueWidth, enterpriseWidth } from '../list/demand-columns.tsx';
import { DueCell, LightCell, OwnerCell, TitleCell } from '../list/item-cells.tsx';
import type { DemandWords } from '../words.ts';

export type ListRow = AnswerBody<typeof threeLists>['items'][number];
export type ListKind = 'problems' | 'tasks' | 'responsibilities';

type Speaking = {
  readonly t: Translate<typeof demandList>;
  readonly words: DemandWords;
  readonly categoryName: (key: string) => string;
  readonly unitWord: ReturnType<typeof useUnitWord>;
};
type Columns = readonly Column<ListRow>[];

/** Light, date and owner as on every list of demands. */
const always = ({ t, words }: Speaking): Columns => [
  { key: 'light', title: t('light'), width: 92, cell: ({ demand }) => <LightCell item={demand} /> },
  {
    key: 'due',
    title: t('due'),
    width: dueWidth(words.language),
    cell: ({ demand }) => <DueCell item={demand} />,
  },
  { key: 'owner', title: t('owner'), width: 176, cell: ({ demand }) => <OwnerCell item={demand} /> },
];

const title = ({ t }: Speaking): Columns => [
  {
    key: 'title',
    title: t('problem'),
    isLead: true,
    cell: ({ demand }) => <TitleCell item={demand} />,
  },
];

const enterprise = ({ words }: Speaking): Columns => [
  {
    key: 'enterprise',
    title: words.label('enterprise'),
    width: enterpriseWidth(words.language),
    cell: ({ demand }) => (
      <Anchor href={`/enterprises/${demand.enterprise.id}`}>{demand.enterprise.name}</Anchor>
    ),
  },
];

const status = ({ t, words }: Speaking): Columns => [
  {
    key: 'status',
    title: t('stage'),
    width: 88,
    cell: ({ demand }) => words.word(`status.${demand.status}`),
  },
];

const OF: Readonly<Record<ListKind, (speaking: Speaking) => Columns>> = {
  problems: (s) => [
    ...title(s),
    ...always(s),
    ...enterprise(s),
    {
      key: 'category',
      title: s.words.label('category'),
      width: 96,
      cell: ({ demand }) => s.categoryName(demand.category),
    },
    ...status(s),
  ],
  tasks: (s) => [
    ...title(s),
    ...always(s),
    {
      key: 'measure',
      title: s.t('measure'),
      width: 280,
      cell: ({ measure }) => (measure === '' ? null : <span title={measure}>{measure}</span>),
    },
    {
      key: 'steps',
      title: s.t('steps'),
      width: 80,
      align: 'end',
      cell: ({ stepsDone, steps }) => (steps === 0 ? null : `${stepsDone}/${steps}`),
    },
    ...status(s),
  ],
  responsibilities: (s) => [
    ...title(s),
    ...always(s),
    { key: 'leader', title: s.t('leader'), width: 80, cell: ({ leader }) => leader },
    {
      key: 'lead',
      title: s.words.label('lead'),
      width: 116,
      cell: ({ demand }) => s.unitWord(demand.leadUnit),
    },
    {
      key: 'coUnits',
      title: s.words.label('coHandler'),
      width: 116,
      cell: ({ coUnits }) => coUnits.map(s.unitWord).join(MARKS[s.words.language].list),
    },
    ...enterprise(s),
  ],
};

/** The columns of one of the three lists; the rows are the same. */
export const listColumns = (kind: ListKind, speaking: Speaking): Columns => OF[kind](speaking);
