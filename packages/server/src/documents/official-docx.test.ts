import { describe, expect, it } from 'vitest';
import { openOoxml, readPart, DOCUMENT_ZIP_LIMITS } from '../files/ooxml.ts';
import { officialDocx } from './official-docx.ts';
import { longNotice, notice, threeLists } from './testing/sample-documents.ts';
import { threeListsDocx } from './three-lists-docx.ts';

async function partsOf(bytes: Buffer) {
  const opened = await openOoxml(bytes, DOCUMENT_ZIP_LIMITS);
  if (!opened.accepted) throw new Error(opened.refusal.code);
  const { archive } = opened.value;
  return {
    body: await readPart(archive, 'word/document.xml'),
    settings: await readPart(archive, 'word/settings.xml'),
    links: await readPart(archive, 'word/_rels/document.xml.rels'),
  };
}

describe('officialDocx', () => {
  it('sets the page of GB/T 9704 in twips', async () => {
    const { body, settings } = await partsOf(await officialDocx(longNotice(1)));
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(body).not.toContain('w:docGrid w:type="linesAndChars"');
    expect(settings).toContain('<w:evenAndOddHeaders');
  });

  it('names the fonts offices use, and 16 points on exact 28-point lines', async () => {
    const { body } = await partsOf(await officialDocx(notice));
    for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) {
      expect(body).toContain(`w:eastAsia="${font}"`);
    }
    expect(body).toContain('w:line="560" w:lineRule="exact"');
    expect(body).toContain('<w:sz w:val="32"/>');
    expect(body).toContain('<w:sz w:val="44"/>');
    expect(body).toContain('w:firstLineChars="200"');
  });
});

describe('threeListsDocx', () => {
  it('links numbers to records, and to nothing but web addresses', async () => {
    const lists = threeLists(1);
    const hostile = lists.problems.map((row) => ({ ...row, href: 'javascript:alert(1)' }));
    expect((await partsOf(await threeListsDocx(lists))).links).toContain('https://zone.example.cn/demands/1');
    expect((await partsOf(await threeListsDocx({ ...lists, problems: hostile }))).links).not.toContain(
      'javascript',
    );
  });
});
