import { sampleOoxml } from '../../files/testing/sample-zip.ts';

export type SampleWorkbook = {
  /** Content of `<sheetData>`. */
  readonly rows: string;
  readonly strings?: readonly string[];
  readonly formats?: Readonly<Record<number, string>>;
  /** Number format of each cell style. */
  readonly styles?: readonly number[];
  readonly is1904?: boolean;
  readonly behind?: string;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook written by hand, so that it can hold what no program would write. */
export function sampleWorkbook(sample: SampleWorkbook): Buffer {
  const formats = Object.entries(sample.formats ?? {})
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
    .join('');
  const styles = (sample.styles ?? [0]).map((id) => `<xf numFmtId="${id}"/>`).join('');
  const strings = (sample.strings ?? []).map((text) => `<si>${text}</si>`).join('');
  return sampleOoxml(
    'xlsx',
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${sample.is1904 === true ? 1 : 0}"/><sheets><sheet name="旧表" sheetId="1" state="hidden" r:id="rId1"/><sheet name="诉求" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles}</cellXfs><cellStyles/></styleSheet>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` },
    {
      name: 'xl/worksheets/sheet2.xml',
      content: `<worksheet xmlns="${MAIN}"><sheetData>${sample.rows}</sheetData>${sample.behind ?? ''}</worksheet>`,
    },
  );
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A row of inline strings; blanks are left out. */
export const textRow = (rowNumber: number, ...texts: readonly string[]): string =>
  `<row r="${rowNumber}">${texts
    .map((text, column) =>
      text === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + column)}${rowNumber}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    )
    .join('')}</row>`;
