import { AlignmentType, LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { cleanText } from './clean-text.ts';
import { BODY_POINTS, FONTS, LINE, POINT, face, type OfficialFont } from './official-page.ts';

const CHARACTER = BODY_POINTS * POINT;

/** 28 characters of 16 pt are 448 pt and the line is 442 pt: a quarter point less between them lets them fit. */
const TIGHTENED = -5;

export type RunLook = {
  readonly font?: OfficialFont;
  readonly points?: number;
  readonly bold?: boolean;
  readonly color?: string;
};

/** One run of people's text. */
export function run(text: string, look: RunLook = {}): TextRun {
  const { font = FONTS.body, points = BODY_POINTS, ...rest } = look;
  const characterSpacing = points === BODY_POINTS ? TIGHTENED : 0;
  return new TextRun({
    text: cleanText(text),
    font: face(font),
    size: points * 2,
    characterSpacing,
    ...rest,
  });
}

/** A paragraph on the 28-point lines of the page. */
export function onLines(options: IParagraphOptions): Paragraph {
  return new Paragraph({
    widowControl: false,
    alignment: AlignmentType.BOTH,
    ...options,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...options.spacing },
  });
}

const TWO_CHARACTERS = { firstLine: 2 * CHARACTER, firstLineChars: 200 };

export const emptyLine = (keepNext = false) => onLines({ keepNext, children: [run('')] });

/** Two characters in, like every paragraph of the body. */
export const bodyParagraph = (text: string, keepNext = false) =>
  onLines({ indent: TWO_CHARACTERS, keepNext, children: [run(text)] });

export const flushParagraph = (text: string) => onLines({ children: [run(text)] });

export const titleParagraph = (text: string, pageBreakBefore = false) =>
  onLines({
    pageBreakBefore,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [run(text, { font: FONTS.title, points: 22 })],
  });

export type HeadingLevel = 1 | 2 | 3 | 4;

/** Structure levels of 7.3.3: 一、 黑体; （一） 楷体; 1. and （1） 仿宋. */
export function headingParagraph(text: string, level: HeadingLevel): Paragraph {
  const fonts = { 1: FONTS.heading, 2: FONTS.subheading, 3: FONTS.body, 4: FONTS.body } as const;
  return onLines({
    indent: TWO_CHARACTERS,
    keepNext: true,
    children: [run(text, { font: fonts[level], bold: level === 3 })],
  });
}

/** Width of a text in characters: figures and Latin letters count half, their borders with Chinese a quarter. */
function widthOf(text: string): number {
  const borders = text.match(/[!-~](?=[^ -~])|[^ -~](?=[!-~])/gu)?.length ?? 0;
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), borders / 4);
}

const indentedRight = (characters: number, text: string, keepNext: boolean) =>
  onLines({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * CHARACTER) },
    keepNext,
    children: [run(text)],
  });

/** Signatory above date, centred on each other; the date four characters in, or the longer signatory two (7.3.5.4). */
export function signatureParagraphs(signatory: string | undefined, date: string): Paragraph[] {
  const excess = (widthOf(signatory ?? '') - widthOf(date)) / 2;
  const dateIndent = Math.max(4, 2 + excess);
  const dated = indentedRight(dateIndent, date, false);
  return signatory === undefined ? [dated] : [indentedRight(dateIndent - excess, signatory, true), dated];
}

/** `附件：1. ...`, aligned below each other (7.3.4). */
export function attachmentParagraphs(names: readonly string[]): Paragraph[] {
  return names.map((name, index) => {
    const numbered = names.length > 1 ? `${index + 1}. ${name}` : name;
    const label = index === 0 ? '附件：' : '';
    const left = (index === 0 ? 2 : 5) * CHARACTER;
    return onLines({ indent: { left }, keepNext: true, children: [run(label + numbered)] });
  });
}
