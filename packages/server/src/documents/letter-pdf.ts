export type LetterPage = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Who signs, and the day: at the right, at the end. */
  readonly signature: readonly string[];
};

type Line = { readonly text: string; readonly size: number; readonly x: number; readonly y: number };

/** A4 in points, and the margins of GB/T 9704-2012 about. */
const PAGE = { width: 595, height: 842, left: 79, top: 105, right: 74, foot: 99 };
const SIZE = { title: 20, text: 15 };
const LEADING = 28;
const IN_LINE = Math.floor((PAGE.width - PAGE.left - PAGE.right) / SIZE.text);

/** A full-width sign is as wide as it is high, a Latin one half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0);

/** Two signs of indent, then as many signs as a line holds. */
const wrapped = (paragraph: string): readonly string[] => {
  const lines: string[] = [];
  let line = '　　';
  for (const sign of paragraph) {
    if (widthOf(line + sign) > IN_LINE) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
};

const linesOf = ({ title, paragraphs, signature }: LetterPage): readonly Line[] => {
  let y = PAGE.height - PAGE.top;
  const next = (step: number): number => (y -= step);
  const centre = (PAGE.width - widthOf(title) * SIZE.title) / 2;
  return [
    { text: title, size: SIZE.title, x: centre, y },
    ...[next(LEADING)].flatMap(() =>
      paragraphs.flatMap(wrapped).map((text) => ({ text, size: SIZE.text, x: PAGE.left, y: next(LEADING) })),
    ),
    ...[next(LEADING)].flatMap(() =>
      signature.map((text) => ({
        text,
        size: SIZE.text,
        x: PAGE.width - PAGE.right - (widthOf(text) + 2) * SIZE.text,
        y: next(LEADING),
      })),
    ),
  ].filter((line) => line.y > PAGE.foot);
};

/** UCS-2, big-endian, as hexadecimal digits: what the font's encoding reads. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

const drawn = ({ text, size, x, y }: Line): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(1)} ${y.toFixed(1)} Tm <${hex(text)}> Tj ET`;

const objectsOf = (content: string): readonly string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>`,
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor 6 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
];

/** One page of a letter as PDF 1.4: the same bytes for the same words. Its font is one that every reader of Chinese brings. */
export const letterPdf = (page: LetterPage): Buffer => {
  let file = '%PDF-1.4\n';
  const offsets = objectsOf(linesOf(page).map(drawn).join('\n')).map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = offsets.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
};
