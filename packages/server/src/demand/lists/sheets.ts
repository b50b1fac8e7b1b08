import type { LIST_KINDS } from '@xiaoer/contract/lists';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { ListColumn, ListRow as SheetRow, ListSheet, ListValue } from '../../documents/list-sheet.ts';
import type { ProblemRow, ResponsibilityRow, TaskRow } from '../../documents/three-lists-docx.ts';
import type { ListRow } from './rows.ts';
import { CHANNEL_WORDS, OUTCOME_WORDS, REMIT_WORDS, STATUS_WORDS, URGENCY_WORDS } from './words.ts';

export type ListKind = (typeof LIST_KINDS)[number] | 'all';

/** Where a record is opened, given its id. */
export type HrefOf = (demandId: string) => string;

const progressOf = ({ demand, stepsDone, steps }: ListRow): string => {
  const status = STATUS_WORDS[demand.status];
  return steps === 0 ? status : `${status}（${stepsDone}/${steps}）`;
};

type Column = ListColumn & { readonly of: (row: ListRow) => ListValue };

const text = (header: string, width: number, of: Column['of']): Column => ({
  key: header,
  header,
  width,
  kind: 'text',
  of,
});
const date = (header: string, of: Column['of']): Column => ({
  key: header,
  header,
  width: 17,
  kind: 'date',
  of,
});

const COLUMNS = {
  enterprise: text('企业名称', 24, ({ demand }) => demand.enterprise.name),
  title: text('标题', 28, ({ demand }) => demand.title),
  problem: text('存在问题', 48, ({ problem }) => problem),
  category: text('类别', 10, ({ category }) => category),
  channel: text('来源', 10, ({ demand }) => CHANNEL_WORDS[demand.channel]),
  urgency: text('紧急程度', 10, ({ demand }) => URGENCY_WORDS[demand.urgency]),
  remit: text('职责认定', 10, ({ demand }) => (demand.remit === null ? '' : REMIT_WORDS[demand.remit])),
  raised: date('提出时间', ({ demand }) => demand.raisedAt),
  status: text('状态', 10, ({ demand }) => STATUS_WORDS[demand.status]),
  measure: text('工作任务及措施', 40, ({ measure }) => measure),
  unit: text('牵头单位', 18, ({ demand }) => (demand.leadUnit ?? demand.ownerUnit).name),
  responsible: text('责任人', 10, ({ demand }) => demand.ownerPerson?.name ?? ''),
  leader: text('责任领导', 10, ({ leader }) => leader ?? ''),
  coUnits: text('配合单位', 24, ({ coUnits }) => coUnits.map(({ name }) => name).join('、')),
  due: date('完成时限', ({ dueOn }) => dueOn),
  progress: text('进展情况', 16, progressOf),
  closed: date('办结时间', ({ demand }) => demand.closedAt ?? undefined),
  outcome: text('办理结果', 14, ({ demand }) =>
    demand.outcome === null ? '' : OUTCOME_WORDS[demand.outcome],
  ),
} as const satisfies Record<string, Column>;

type Key = keyof typeof COLUMNS;

const SHEETS: Readonly<
  Record<ListKind | 'demands', { readonly title: string; readonly keys: readonly Key[] }>
> = {
  problems: {
    title: '问题清单',
    keys: ['enterprise', 'title', 'problem', 'category', 'channel', 'raised', 'status'],
  },
  tasks: { title: '任务清单', keys: ['enterprise', 'title', 'measure', 'unit', 'due', 'progress'] },
  responsibilities: {
    title: '责任清单',
    keys: ['enterprise', 'title', 'leader', 'unit', 'responsible', 'coUnits', 'due'],
  },
  all: {
    title: '问题、任务、责任清单',
    keys: [
      ...(['enterprise', 'title', 'problem', 'category', 'channel', 'raised', 'status', 'measure'] as const),
      ...(['progress', 'leader', 'unit', 'responsible', 'coUnits', 'due'] as const),
    ],
  },
  demands: {
    title: '诉求清单',
    keys: [
      ...(['enterprise', 'title', 'problem', 'category', 'channel', 'urgency', 'remit', 'raised'] as const),
      ...(['unit', 'responsible', 'due', 'status', 'closed', 'outcome'] as const),
    ],
  },
};

const NUMBER: ListColumn = { key: 'number', header: '编号', width: 16, kind: 'text' };

export const sheetOf = (list: keyof typeof SHEETS): ListSheet => ({
  title: SHEETS[list].title,
  columns: [NUMBER, ...SHEETS[list].keys.map((key) => COLUMNS[key])],
  paper: 'A3',
});

export const sheetRowOf = (list: keyof typeof SHEETS, hrefOf: HrefOf) => {
  const columns: readonly Column[] = SHEETS[list].keys.map((key) => COLUMNS[key]);
  return (row: ListRow): SheetRow => ({
    number: { text: row.demand.number, href: hrefOf(row.demand.id) },
    ...Object.fromEntries(columns.map((column) => [column.key, column.of(row)])),
  });
};

/** The rows of the three lists as their .docx wants them. */
export const docxRowsOf = (rows: readonly ListRow[], hrefOf: HrefOf) => {
  const listed = ({ demand }: ListRow) => ({ number: demand.number, href: hrefOf(demand.id) });
  return {
    problems: rows.map((row): ProblemRow => ({
      ...listed(row),
      enterprise: row.demand.enterprise.name,
      problem: row.problem,
      category: row.category,
      source: CHANNEL_WORDS[row.demand.channel],
      raisedOn: dateOf(row.demand.raisedAt as Parameters<typeof dateOf>[0]),
      status: STATUS_WORDS[row.demand.status],
    })),
    tasks: rows.map((row): TaskRow => ({
      ...listed(row),
      problem: row.demand.title,
      measure: row.measure,
      unit: (row.demand.leadUnit ?? row.demand.ownerUnit).name,
      dueOn: row.dueOn as TaskRow['dueOn'],
      progress: progressOf(row),
    })),
    responsibilities: rows.map((row): ResponsibilityRow => ({
      ...listed(row),
      problem: row.demand.title,
      leader: row.leader ?? '',
      leadUnit: (row.demand.leadUnit ?? row.demand.ownerUnit).name,
      responsible: row.demand.ownerPerson?.name ?? '',
      coUnits: row.coUnits.map(({ name }) => name),
      dueOn: row.dueOn as ResponsibilityRow['dueOn'],
    })),
  };
};
