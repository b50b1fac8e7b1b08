import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { AlignmentType, HeightRule, TableRow, type Table } from 'docx';
import { chineseDate } from './chinese-date.ts';
import { cleanText } from './clean-text.ts';
import { FONTS, SHEET_WIDTH, packOfficialFile, twips } from './official-page.ts';
import { cellParagraphs, fixedTable, splitWidth, tableCell } from './official-table.ts';
import { onLines, run, titleParagraph } from './official-text.ts';

/** 转办单: travels with a demand to the unit that handles it. */
export type ReferralSheet = {
  readonly issuer: string;
  readonly number: string;
  readonly demandNumber: string;
  readonly raisedOn: LocalDate;
  readonly source: string;
  readonly enterprise: string;
  readonly contact: string;
  readonly category: string;
  readonly urgency: string;
  readonly title: string;
  readonly content: string;
  readonly toUnit: string;
  readonly coUnits: readonly string[];
  readonly requirement: string;
  /** As it is to be read, for example `2024年11月8日17:00前`. */
  readonly due: string;
  readonly opinion?: string;
  readonly clerk: string;
  readonly clerkPhone: string;
  readonly date: LocalDate;
};

type Pair = readonly [label: string, value: string];

type Line =
  | { readonly pairs: readonly Pair[] }
  | { readonly label: string; readonly value: string; readonly atLeastMillimetres: number };

const LABEL_WEIGHT = 4;
const VALUE_WEIGHT = 9;

const beside = (one: Pair, other: Pair): Line => ({ pairs: [one, other] });

const block = (label: string, value: string, atLeastMillimetres: number): Line => ({
  label,
  value,
  atLeastMillimetres,
});

const linesOfSheet = (sheet: ReferralSheet): readonly Line[] => [
  beside(['诉求编号', sheet.demandNumber], ['提出时间', chineseDate(sheet.raisedOn)]),
  beside(['企业名称', sheet.enterprise], ['联系人', sheet.contact]),
  beside(['诉求来源', sheet.source], ['诉求类别', sheet.category]),
  beside(['紧急程度', sheet.urgency], ['办理时限', sheet.due]),
  beside(['主办单位', sheet.toUnit], ['协办单位', sheet.coUnits.join('、')]),
  block('诉求标题', sheet.title, 9),
  block('诉求内容', sheet.content, 42),
  block('办理要求', sheet.requirement, 18),
  block('拟办意见', sheet.opinion ?? '', 18),
  block('领导批示', '', 20),
  block('办理情况', '', 30),
  beside(['签收人', ''], ['签收时间', '']),
  beside(['经办人', sheet.clerk], ['联系电话', sheet.clerkPhone]),
];

function sheetTable(sheet: ReferralSheet): Table {
  const widths = splitWidth(SHEET_WIDTH, [LABEL_WEIGHT, VALUE_WEIGHT, LABEL_WEIGHT, VALUE_WEIGHT]);
  const [labelWidth = 0, valueWidth = 0] = widths;
  const label = (text: string) =>
    tableCell({
      width: labelWidth,
      children: cellParagraphs(text, { font: FONTS.heading, align: 'center' }),
    });
  const rows = linesOfSheet(sheet).map((line) => {
    if ('pairs' in line) {
      const children = line.pairs.flatMap(([name, value]) => [
        label(name),
        tableCell({ width: valueWidth, children: cellParagraphs(value) }),
      ]);
      return new TableRow({
        cantSplit: true,
        height: { value: twips(9), rule: HeightRule.ATLEAST },
        children,
      });
    }
    const value = tableCell({
      width: SHEET_WIDTH - labelWidth,
      columnSpan: 3,
      top: line.atLeastMillimetres > 9,
      children: cellParagraphs(line.value),
    });
    const height = { value: twips(line.atLeastMillimetres), rule: HeightRule.ATLEAST };
    return new TableRow({ height, children: [label(line.label), value] });
  });
  return fixedTable(widths, rows);
}

const small = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  onLines({ alignment, children: [run(text, { points: 12 })] });

/** Writes the sheet; with a content of usual length it is one page to sign. */
export function referralSheet(sheet: ReferralSheet): Promise<Buffer> {
  const issuer = cleanText(sheet.issuer);
  return packOfficialFile({
    title: `${issuer}企业诉求转办单`,
    issuer,
    page: { form: 'sheet' },
    children: [
      titleParagraph(issuer),
      titleParagraph('企业诉求转办单'),
      small(`编号：${sheet.number}    ${chineseDate(sheet.date)}`, AlignmentType.RIGHT),
      sheetTable(sheet),
      small('注：请签收后按时限办理，办理情况填写后连同佐证材料一并反馈。', AlignmentType.LEFT),
    ],
  });
}
