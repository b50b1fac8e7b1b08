import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { AlignmentType, type FileChild } from 'docx';
import { chineseDate } from './chinese-date.ts';
import { cleanText } from './clean-text.ts';
import { LANDSCAPE_WIDTH, packOfficialFile } from './official-page.ts';
import { listTable, type TableColumn, type TableText } from './official-table.ts';
import { onLines, run, titleParagraph } from './official-text.ts';

type Listed = {
  readonly number: string;
  /** Web address of the record. */
  readonly href?: string;
};

export type ProblemRow = Listed & {
  readonly enterprise: string;
  readonly problem: string;
  readonly category: string;
  readonly source: string;
  readonly raisedOn: LocalDate;
  readonly status: string;
};

export type TaskRow = Listed & {
  readonly problem: string;
  readonly measure: string;
  readonly unit: string;
  readonly dueOn: LocalDate | undefined;
  readonly progress: string;
};

export type ResponsibilityRow = Listed & {
  readonly problem: string;
  readonly leader: string;
  readonly leadUnit: string;
  readonly responsible: string;
  readonly coUnits: readonly string[];
  readonly dueOn: LocalDate | undefined;
};

export type ListKind = 'problems' | 'tasks' | 'responsibilities';

export type ThreeLists = {
  readonly issuer: string;
  readonly asOf: LocalDate;
  /** Who took it out of the house and when, printed under each title. */
  readonly takenBy?: string;
  /** Which of the three; all when absent. */
  readonly kinds?: readonly ListKind[];
  readonly problems: readonly ProblemRow[];
  readonly tasks: readonly TaskRow[];
  readonly responsibilities: readonly ResponsibilityRow[];
};

type ListColumn<Row> = TableColumn & { readonly of: (row: Row, index: number) => TableText };

const dateOf = (date: LocalDate | undefined): string => date ?? '';
const numberOf = (row: Listed): TableText =>
  row.href === undefined ? row.number : { text: row.number, href: row.href };

const ordinal = {
  title: '序号',
  weight: 4,
  align: 'center',
  of: (_: Listed, index: number) => String(index + 1),
} as const;
const numbered = { title: '编号', weight: 10, align: 'center', of: numberOf } as const;

const PROBLEM_COLUMNS: readonly ListColumn<ProblemRow>[] = [
  ordinal,
  numbered,
  { title: '企业名称', weight: 11, of: (row) => row.enterprise },
  { title: '存在问题', weight: 26, of: (row) => row.problem },
  { title: '类别', weight: 7, align: 'center', of: (row) => row.category },
  { title: '来源', weight: 7, align: 'center', of: (row) => row.source },
  { title: '提出日期', weight: 8, align: 'center', of: (row) => dateOf(row.raisedOn) },
  { title: '状态', weight: 6, align: 'center', of: (row) => row.status },
];

const TASK_COLUMNS: readonly ListColumn<TaskRow>[] = [
  ordinal,
  numbered,
  { title: '问题', weight: 16, of: (row) => row.problem },
  { title: '工作任务及措施', weight: 22, of: (row) => row.measure },
  { title: '承办单位', weight: 9, align: 'center', of: (row) => row.unit },
  { title: '完成时限', weight: 8, align: 'center', of: (row) => dateOf(row.dueOn) },
  { title: '进展情况', weight: 12, of: (row) => row.progress },
];

const RESPONSIBILITY_COLUMNS: readonly ListColumn<ResponsibilityRow>[] = [
  ordinal,
  numbered,
  { title: '问题', weight: 20, of: (row) => row.problem },
  { title: '责任领导', weight: 7, align: 'center', of: (row) => row.leader },
  { title: '牵头单位', weight: 10, align: 'center', of: (row) => row.leadUnit },
  { title: '责任人', weight: 7, align: 'center', of: (row) => row.responsible },
  { title: '配合单位', weight: 13, of: (row) => row.coUnits.join('、') },
  { title: '完成时限', weight: 8, align: 'center', of: (row) => dateOf(row.dueOn) },
];

type ListPart<Row> = {
  readonly title: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
};

function listChildren<Row>(lists: ThreeLists, part: ListPart<Row>, newPage: boolean): FileChild[] {
  const rows = part.rows.map((row, index) => part.columns.map((column) => column.of(row, index)));
  const taken = lists.takenBy === undefined ? '' : `    ${cleanText(lists.takenBy)}`;
  const under = `${lists.issuer}    截至${chineseDate(lists.asOf)}，共${part.rows.length}项${taken}`;
  return [
    titleParagraph(part.title, newPage),
    onLines({ alignment: AlignmentType.RIGHT, keepNext: true, children: [run(under, { points: 12 })] }),
    listTable({ width: LANDSCAPE_WIDTH, points: 10.5 }, part.columns, rows),
  ];
}

const PARTS: Readonly<Record<ListKind, (lists: ThreeLists, newPage: boolean) => FileChild[]>> = {
  problems: (lists, newPage) =>
    listChildren(lists, { title: '问题清单', columns: PROBLEM_COLUMNS, rows: lists.problems }, newPage),
  tasks: (lists, newPage) =>
    listChildren(lists, { title: '任务清单', columns: TASK_COLUMNS, rows: lists.tasks }, newPage),
  responsibilities: (lists, newPage) =>
    listChildren(
      lists,
      { title: '责任清单', columns: RESPONSIBILITY_COLUMNS, rows: lists.responsibilities },
      newPage,
    ),
};

/** Writes 问题清单, 任务清单 and 责任清单, each beginning on a page of its own. */
export function threeListsDocx(lists: ThreeLists): Promise<Buffer> {
  const kinds = lists.kinds ?? ['problems', 'tasks', 'responsibilities'];
  return packOfficialFile({
    title: '问题清单、任务清单、责任清单',
    issuer: cleanText(lists.issuer),
    page: { form: 'landscape' },
    children: kinds.flatMap((kind, index) => PARTS[kind](lists, index > 0)),
  });
}
