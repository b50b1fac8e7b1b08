import type { ZipArchive } from '../files/zip-archive.ts';
import { readXml } from './xml-events.ts';

export type WorkbookSheet = { readonly name: string; readonly part: string; readonly hidden: boolean };

export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** Whether the cell style of this number shows a day. */
  readonly dateStyles: readonly boolean[];
};

type Attributes = Readonly<Record<string, string>>;

const WORKBOOK = 'xl/workbook.xml';
const LONGEST_STRING = 32_767;
const nothing = () => {};

/** Excel and others escape control characters as `_x000D_`, and a literal `_x` as `_x005F_x`. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

async function readOpenings(
  archive: ZipArchive,
  part: string,
  open: (name: string, attributes: Attributes) => void,
) {
  if (!archive.names.has(part)) return;
  await readXml(archive.read(part), { open, text: nothing, close: nothing });
}

/** A relationship's target, seen from `xl/`. */
const partOf = (target: string) =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`;

async function readSheets(archive: ZipArchive) {
  const targets = new Map<string, { part: string; type: string }>();
  await readOpenings(archive, 'xl/_rels/workbook.xml.rels', (name, { Id = '', Target = '', Type = '' }) => {
    if (name === 'Relationship') targets.set(Id, { part: partOf(Target), type: Type });
  });
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  await readOpenings(archive, WORKBOOK, (tag, attributes) => {
    if (tag === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
    if (tag !== 'sheet') return;
    const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const target = targets.get(relation);
    if (target === undefined || !target.type.endsWith('/worksheet') || !archive.names.has(target.part))
      return;
    const hidden = (attributes['state'] ?? 'visible') !== 'visible';
    sheets.push({ name: attributes['name'] ?? '', part: target.part, hidden });
  });
  return { sheets, is1904 };
}

/** The shared strings, rich text joined, phonetic readings left out. */
async function readStrings(archive: ZipArchive): Promise<string[]> {
  const part = [...archive.names].find((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  const strings: string[] = [];
  if (part === undefined) return strings;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(archive.read(part), {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    text(text) {
      if (inText && current.length < LONGEST_STRING) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(unescapeCell(current.slice(0, LONGEST_STRING)));
    },
  });
  return strings;
}

/** Built-in formats that show days (ECMA-376, 18.8.30), with those of Chinese and Japanese Excel. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** What in a format code is no date sign: quoted and escaped text, colours, locales, exponents. */
const NO_DATE_SIGN = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|E[+-]|General/giu;

/** A format code that shows a year, a day, or a month beside something. */
const showsDay = (code: string) => /[yed]|m+[-/.]/iu.test(code.replaceAll(NO_DATE_SIGN, ''));

async function readDateStyles(archive: ZipArchive): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  const open = (name: string, attributes: Attributes) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    if (name === 'numFmt') custom.set(id, showsDay(attributes['formatCode'] ?? ''));
    if (name === 'cellXfs') inCellFormats = true;
    if (name === 'cellStyles') inCellFormats = false;
    if (name === 'xf' && inCellFormats) styles.push(custom.get(id) ?? isBuiltInDate(id));
  };
  await readOpenings(archive, 'xl/styles.xml', open);
  return styles;
}

/** Reads what all sheets of a workbook share. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const { sheets, is1904 } = await readSheets(archive);
  return { sheets, is1904, strings: await readStrings(archive), dateStyles: await readDateStyles(archive) };
}
