import { cleanText } from './clean-text.ts';
import type { RawCell, RawRow } from './sheet-report.ts';

const DELIMITERS = [',', '\t', ';', '，'];

function decodeStrictly(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a CSV file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is that, else GB18030, else no text. */
export function decodeCsv(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, 'utf-16le');
  const text = decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030');
  return text === undefined || text.includes('\0') ? undefined : text;
}

/** The delimiter seen most often in the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4_000).replaceAll(/"(?:[^"]|"")*(?:"|$)/gu, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Takes back the guard that our own CSV puts before what looks like a formula. */
const unguarded = (field: string) =>
  /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(field) ? field.slice(1) : field;

function* fieldsOf(text: string, delimiter: string): Generator<{ field: string; endsRow: boolean }> {
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      const end = close === -1 ? text.length : close;
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    let end = at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    field += text.slice(at, end);
    const endsRow = text[end] !== delimiter;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    yield { field, endsRow };
  }
}

/** The rows of a CSV text that hold anything; numbers stay text until a column asks for one. */
export async function* csvRows(text: string): AsyncGenerator<RawRow> {
  let rowNumber = 1;
  let column = 0;
  let cells = new Map<number, RawCell>();
  for (const { field, endsRow } of fieldsOf(text, delimiterOf(text))) {
    const cell = cleanText(unguarded(field));
    if (cell.trim() !== '') cells.set(column, { text: cell });
    column += 1;
    if (!endsRow) continue;
    if (cells.size > 0) yield { rowNumber, cells };
    rowNumber += 1;
    column = 0;
    cells = new Map();
  }
  if (cells.size > 0) yield { rowNumber, cells };
}
