import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { AlignmentType, BorderStyle, type FileChild } from 'docx';
import { chineseDate } from './chinese-date.ts';
import { cleanText, linesOf } from './clean-text.ts';
import { FONTS, PORTRAIT_WIDTH, POINT, RED, packOfficialFile, type PageForm } from './official-page.ts';
import { listTable, type TableColumn, type TableText } from './official-table.ts';
import {
  attachmentParagraphs,
  bodyParagraph,
  emptyLine,
  flushParagraph,
  headingParagraph,
  onLines,
  run,
  signatureParagraphs,
  titleParagraph,
  type HeadingLevel,
} from './official-text.ts';

export type OfficialBlock =
  | { readonly type: 'heading'; readonly level: HeadingLevel; readonly text: string }
  /** Line ends make paragraphs of their own. */
  | { readonly type: 'paragraph'; readonly text: string }
  | {
      readonly type: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly TableText[])[];
    };

export type OfficialDocument = {
  /** `document`: with the issuer in red above when `redHead`; `letter`: the letter form of GB/T 9704-2012, 10.1. */
  readonly kind: 'document' | 'letter';
  readonly redHead?: boolean;
  readonly issuer: string;
  readonly title: string;
  /** 发文字号, for example `渝两江企服〔2024〕12号`. */
  readonly number?: string;
  /** 主送机关, without the colon. */
  readonly addressee?: string;
  readonly blocks: readonly OfficialBlock[];
  readonly attachments?: readonly string[];
  readonly signatory?: string;
  readonly date: LocalDate;
  /** 附注: in brackets below the date. */
  readonly note?: string;
};

function redHead(document: OfficialDocument): FileChild[] {
  const points = Math.min(48, Math.floor(440 / Math.max(document.issuer.length, 1)));
  const centred = { alignment: AlignmentType.CENTER } as const;
  return [
    onLines({
      ...centred,
      spacing: { line: 84 * POINT },
      children: [run(document.issuer, { font: FONTS.title, points, color: RED })],
    }),
    emptyLine(),
    onLines({
      ...centred,
      border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: 18, space: 11 } },
      children: [run(document.number ?? '')],
    }),
  ];
}

/** The number's place: under the red head, at the right of a letter, or under a plain document's title. */
function opening(document: OfficialDocument): FileChild[] {
  const title = linesOf(document.title).map((line) => titleParagraph(line));
  if (document.kind === 'letter') {
    const number = onLines({ alignment: AlignmentType.RIGHT, children: [run(document.number ?? '')] });
    return [number, emptyLine(), ...title, emptyLine()];
  }
  if (document.redHead === true)
    return [...redHead(document), emptyLine(), emptyLine(), ...title, emptyLine()];
  if (document.number === undefined) return [...title, emptyLine()];
  return [
    ...title,
    onLines({ alignment: AlignmentType.CENTER, children: [run(document.number)] }),
    emptyLine(),
  ];
}

/** The last paragraph stays with the signature: a page of signatures alone could be put under another text. */
function blockChildren(block: OfficialBlock, isLast: boolean): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [headingParagraph(block.text, block.level)];
    case 'paragraph':
      return linesOf(block.text).map((line, index, lines) =>
        bodyParagraph(line, isLast && index === lines.length - 1),
      );
    case 'table':
      return [listTable({ width: PORTRAIT_WIDTH, points: 12 }, block.columns, block.rows)];
  }
}

function closing(document: OfficialDocument): FileChild[] {
  const attachments = attachmentParagraphs(document.attachments ?? []);
  return [
    ...(attachments.length > 0 ? [emptyLine(true), ...attachments] : []),
    emptyLine(true),
    emptyLine(true),
    ...signatureParagraphs(document.signatory, chineseDate(document.date)),
    ...(document.note === undefined ? [] : [emptyLine(), bodyParagraph(`（${document.note}）`)]),
  ];
}

/** Writes an official document as an editable .docx in the layout of GB/T 9704-2012. */
export function officialDocx(document: OfficialDocument): Promise<Buffer> {
  const issuer = cleanText(document.issuer);
  const page: PageForm = document.kind === 'letter' ? { form: 'letter', issuer } : { form: 'portrait' };
  return packOfficialFile({
    title: cleanText(document.title),
    issuer,
    page,
    children: [
      ...opening(document),
      ...(document.addressee === undefined ? [] : [flushParagraph(`${document.addressee}：`)]),
      ...document.blocks.flatMap((block, index) =>
        blockChildren(block, index === document.blocks.length - 1),
      ),
      ...closing(document),
    ],
  });
}
