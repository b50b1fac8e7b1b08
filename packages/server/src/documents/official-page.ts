import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IBorderOptions,
  type ISectionOptions,
} from 'docx';

/** Fonts named by GB/T 9704-2012. They are commercial, so they are named and not shipped. */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
} as const;
export type OfficialFont = (typeof FONTS)[keyof typeof FONTS];

export const POINT = 20;
export const LINE = 28 * POINT;
/** 三号: the body's size and so the width of one character. */
export const BODY_POINTS = 16;
export const RED = 'FF0000';

export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 72 * POINT);

/** Page of GB/T 9704-2012, 5.2: A4, type area 156 x 225 mm. */
const PORTRAIT = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
/** Lists and forms are no official documents: more fits on their pages, the binding edge stays wide. */
const LANDSCAPE = { top: twips(25), bottom: twips(20), left: twips(20), right: twips(20) };
const SHEET = { top: twips(20), bottom: twips(20), left: twips(25), right: twips(20) };
export const PORTRAIT_WIDTH = twips(210) - PORTRAIT.left - PORTRAIT.right;
export const SHEET_WIDTH = twips(210) - SHEET.left - SHEET.right;
export const LANDSCAPE_WIDTH = twips(297) - LANDSCAPE.left - LANDSCAPE.right;

/** A font for Chinese text; figures and Latin letters keep the face that offices pair with it. */
export const face = (font: OfficialFont) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: font,
  hint: 'eastAsia',
});

/** "— 1 —" in 四号 宋体 (7.5), one character in from the outer edge: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right'): Footer {
  const run = {
    font: { ...face(FONTS.pageNumber), ascii: FONTS.pageNumber, hAnsi: FONTS.pageNumber },
    size: 28,
  };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: 14 * POINT },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

const redLine = (style: IBorderOptions['style']): IBorderOptions => ({
  style,
  color: RED,
  size: 24,
  space: 0,
});
const noBorders = Object.fromEntries(
  ['top', 'bottom', 'left', 'right'].map((side) => [
    side,
    { style: BorderStyle.NONE, size: 0, color: 'auto' },
  ]),
);

/** A red double line of 170 mm: the letter form of 10.1 has one below the issuer and one near the foot. */
function letterLine(children: readonly Paragraph[], line: 'top' | 'bottom'): Table {
  const width = twips(170);
  const style = line === 'bottom' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP;
  const cell = new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { ...noBorders, [line]: redLine(style) },
    children: [...children],
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    indent: { size: -twips(7), type: WidthType.DXA },
    borders: noBorders,
    rows: [new TableRow({ height: { value: twips(1), rule: HeightRule.ATLEAST }, children: [cell] })],
  });
}

const hairline = () =>
  new Paragraph({
    spacing: { line: POINT, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ size: 2 })],
  });

/** First page of a letter: the issuer in red between the lines, and no page number. */
function letterFirstPage(issuer: string) {
  const size = 2 * Math.min(36, Math.floor(440 / Math.max(issuer.length, 1)));
  const head = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: issuer, font: face(FONTS.title), size, color: RED })],
  });
  return {
    header: new Header({ children: [letterLine([head], 'bottom'), hairline()] }),
    footer: new Footer({ children: [letterLine([hairline()], 'top'), hairline()] }),
  };
}

export type PageForm =
  | { readonly form: 'portrait' | 'landscape' | 'sheet' }
  | { readonly form: 'letter'; readonly issuer: string };

const PAPER = {
  portrait: { margins: PORTRAIT, footerAt: twips(25) },
  letter: { margins: PORTRAIT, footerAt: twips(20) },
  landscape: { margins: LANDSCAPE, footerAt: twips(11) },
  sheet: { margins: SHEET, footerAt: twips(11) },
} as const;

function sectionOf(page: PageForm, children: readonly FileChild[]): ISectionOptions {
  const first = page.form === 'letter' ? letterFirstPage(page.issuer) : undefined;
  const { margins, footerAt } = PAPER[page.form];
  const orientation = page.form === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: {
      titlePage: first !== undefined,
      page: {
        size: { width: twips(210), height: twips(297), orientation },
        margin: { ...margins, header: twips(30), footer: footerAt, gutter: 0 },
      },
    },
    ...(first === undefined ? {} : { headers: { first: first.header } }),
    footers: {
      default: pageNumber('right'),
      even: pageNumber('left'),
      ...(first === undefined ? {} : { first: first.footer }),
    },
    children,
  };
}

export type OfficialFile = {
  readonly title: string;
  readonly issuer: string;
  readonly page: PageForm;
  readonly children: readonly FileChild[];
};

/** Packs an editable .docx; page numbers differ on odd and even pages. */
export function packOfficialFile(file: OfficialFile): Promise<Buffer> {
  const document = new Document({
    title: file.title,
    creator: file.issuer,
    lastModifiedBy: file.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: face(FONTS.body), size: 2 * BODY_POINTS, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: [sectionOf(file.page, file.children)],
  });
  return Packer.toBuffer(document);
}
