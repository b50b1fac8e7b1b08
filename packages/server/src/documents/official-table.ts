import {
  AlignmentType,
  ExternalHyperlink,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type ITableCellOptions,
} from 'docx';
import { linesOf } from './clean-text.ts';
import { FONTS, POINT } from './official-page.ts';
import { run, type RunLook } from './official-text.ts';

export type TableColumn = {
  readonly title: string;
  /** Share of the table's width. */
  readonly weight: number;
  readonly align?: 'left' | 'center';
};

export type TableText = string | { readonly text: string; readonly href: string };

const CELL_POINTS = 12;
const CELL_LEADING = 1.4;
const CELL_MARGIN = 4 * POINT;

export type CellLook = RunLook & { readonly align?: 'left' | 'center' };

/** The paragraphs of one cell; only web addresses become links. */
export function cellParagraphs(content: TableText, look: CellLook = {}): Paragraph[] {
  const { align = 'left', points = CELL_POINTS, ...runLook } = look;
  const text = typeof content === 'string' ? content : content.text;
  const href = typeof content === 'string' ? undefined : content.href;
  return linesOf(text).map((line) => {
    const shown = run(line, { points, ...runLook });
    const isLink = href !== undefined && /^https?:\/\//u.test(href);
    return new Paragraph({
      alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { line: Math.round(points * CELL_LEADING * POINT), lineRule: LineRuleType.AT_LEAST },
      children: [isLink ? new ExternalHyperlink({ link: href, children: [shown] }) : shown],
    });
  });
}

export type CellSpan = Pick<ITableCellOptions, 'columnSpan' | 'children'> & {
  readonly width: number;
  readonly top?: boolean;
};

export const tableCell = ({ width, top = false, ...options }: CellSpan) =>
  new TableCell({
    ...options,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: top ? VerticalAlign.TOP : VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: CELL_MARGIN, right: CELL_MARGIN },
  });

/** A table of fixed column widths, so that every office program draws it alike. */
export const fixedTable = (columnWidths: readonly number[], rows: readonly TableRow[]) =>
  new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    rows,
  });

/** Splits a width by weight, without losing a twip to rounding. */
export function splitWidth(width: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let spent = 0;
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    const edge = Math.round((width * sum) / total);
    const share = edge - spent;
    spent = edge;
    return share;
  });
}

/** A ruled list: its head stands again on every page, and no row is cut by a page's end. */
export function listTable(
  { width, points }: { readonly width: number; readonly points: number },
  columns: readonly TableColumn[],
  rows: readonly (readonly TableText[])[],
): Table {
  const widths = splitWidth(
    width,
    columns.map((column) => column.weight),
  );
  const cells = (texts: readonly TableText[], look: (index: number) => CellLook) =>
    columns.map((_, index) =>
      tableCell({ width: widths[index] ?? 0, children: cellParagraphs(texts[index] ?? '', look(index)) }),
    );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells(
      columns.map((column) => column.title),
      () => ({ points, font: FONTS.heading, align: 'center' }),
    ),
  });
  const aligned = (index: number): CellLook => ({ points, align: columns[index]?.align ?? 'left' });
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, aligned) }));
  return fixedTable(widths, [head, ...body]);
}
