import { describe, expect, it } from 'vitest';
import { FILE_KINDS, sniffFile } from './sniff.ts';
import {
  baselineJpeg,
  heicWithMetadata,
  losslessWebp,
  pngOfSize,
  progressiveJpeg,
  redPng,
} from './testing/sample-pictures.ts';
import { sampleOoxml, sampleZip } from './testing/sample-zip.ts';

const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n${inside}\n%%EOF\n`);
const outcome = async (bytes: Buffer) => {
  const seen = await sniffFile(bytes);
  return seen.accepted ? seen.value.kind : seen.refusal.code;
};
const MEBIBYTE = 1024 * 1024;

describe('sniffFile', () => {
  it.each([
    ['jpeg', baselineJpeg()],
    ['jpeg', progressiveJpeg()],
    ['png', redPng()],
    ['webp', losslessWebp()],
    ['heic', heicWithMetadata()],
    ['pdf', pdf()],
    ['docx', sampleOoxml('docx')],
    ['xlsx', sampleOoxml('xlsx')],
    ['pptx', sampleOoxml('pptx')],
  ])('recognises %s by its content', async (kind, bytes) => {
    expect(await outcome(bytes)).toBe(kind);
  });

  it('names media type and extension', async () => {
    expect(await sniffFile(redPng())).toEqual({
      accepted: true,
      value: { kind: 'png', mediaType: 'image/png', extension: 'png' },
    });
  });

  it.each([
    ['file.empty', ''],
    ['file.notAllowed', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['file.notAllowed', '<!doctype html><title>x</title>'],
    ['file.notAllowed', 'GIF89a<script>alert(1)</script>'],
    ['file.notAllowed', 'MZ\x90\0'],
    ['file.notAllowed', 'plain words'],
  ])('answers %s to foreign content', async (code, content) => {
    expect(await outcome(Buffer.from(content))).toBe(code);
  });

  it.each([
    [
      'a zip archive behind a JPEG',
      Buffer.concat([baselineJpeg(), sampleZip([{ name: 'a', content: 'b' }])]),
    ],
    ['a page behind a PNG', Buffer.concat([redPng(), Buffer.from('<HTML><body>')])],
    ['a script in a PDF head', pdf('<script>alert(1)</script>')],
    ['a zip archive behind a PDF', Buffer.concat([pdf(), sampleZip([{ name: 'a', content: 'b' }])])],
    ['a PDF behind a WebP', Buffer.concat([losslessWebp(), pdf()])],
    [
      'a page in a JPEG comment',
      Buffer.concat([
        baselineJpeg().subarray(0, 2),
        Buffer.from('\xff\xfe\0\x10<script src=x>', 'latin1'),
        baselineJpeg().subarray(2),
      ]),
    ],
  ])('refuses %s', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('file.disguised');
  });

  it('takes a photo with a film appended by the phone', async () => {
    expect(await outcome(Buffer.concat([baselineJpeg(), Buffer.from('\0\0\0\x18ftypmp42', 'latin1')]))).toBe(
      'jpeg',
    );
  });

  it.each([
    ['jpeg', baselineJpeg().subarray(0, -20)],
    ['png', redPng().subarray(0, -4)],
    ['webp', losslessWebp().subarray(0, -4)],
    ['pdf', pdf().subarray(0, 12)],
    ['heic', heicWithMetadata().subarray(0, -3)],
    ['zip', sampleOoxml('xlsx').subarray(0, -3)],
  ])('calls a cut-off %s damaged', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('file.damaged');
  });

  it('refuses a picture of too many pixels and a file of too many bytes', async () => {
    expect(await outcome(pngOfSize({ width: 50_000, height: 50_000 }))).toBe('file.tooManyPixels');
    const tooLarge = Buffer.concat([baselineJpeg(), Buffer.alloc(FILE_KINDS.jpeg.mostBytes)]);
    expect(await outcome(tooLarge)).toBe('file.tooLarge');
  });
});

describe('sniffFile on archives', () => {
  it.each([
    ['a plain zip', 'file.notAllowed', sampleZip([{ name: 'a.exe', content: 'MZ' }])],
    ['a macro workbook', 'file.macros', sampleOoxml('xlsm')],
    [
      'a workbook with a macro part',
      'file.macros',
      sampleOoxml('xlsx', { name: 'xl/vbaProject.bin', content: 'x' }),
    ],
    [
      'an encrypted part',
      'file.encrypted',
      sampleOoxml('xlsx', { name: 'a', content: 'b', encrypted: true }),
    ],
    [
      'a document type',
      'file.dangerousXml',
      sampleOoxml('docx', { name: 'word/a.xml', content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }),
    ],
    [
      'XML in UTF-16',
      'file.dangerousXml',
      sampleOoxml('docx', { name: 'word/a.xml', content: Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le') }),
    ],
    [
      'a part that unpacks to more than it claims',
      'file.expandsTooMuch',
      sampleOoxml('xlsx', { name: 'a.bin', content: Buffer.alloc(9 * MEBIBYTE), claimedSize: 10 }),
    ],
    [
      'a part of zeros',
      'file.expandsTooMuch',
      sampleOoxml('xlsx', { name: 'a.bin', content: Buffer.alloc(9 * MEBIBYTE) }),
    ],
    [
      'parts that claim too much together',
      'file.expandsTooMuch',
      sampleOoxml('xlsx', { name: 'a.bin', content: 'x', claimedSize: 300 * MEBIBYTE }),
    ],
    [
      'two parts of one name',
      'file.damaged',
      sampleOoxml('xlsx', { name: 'a', content: '1' }, { name: 'A', content: '2' }),
    ],
    [
      'a local header of another name',
      'file.damaged',
      sampleOoxml('xlsx', { name: 'a', content: '1', localName: 'b' }),
    ],
  ])('refuses %s', async (_, code, bytes) => {
    expect(await outcome(bytes)).toBe(code);
  });

  it('refuses an archive of too many parts', async () => {
    const parts = Array.from({ length: 5_001 }, (_, index) => ({
      name: `p${index}`,
      content: '',
      stored: true,
    }));
    expect(await outcome(sampleOoxml('xlsx', ...parts))).toBe('file.tooManyParts');
  });

  it('sees a document type that lies across two unpacked chunks', async () => {
    for (const padding of [16_380, 16_384, 65_530]) {
      const content = `<a>${' '.repeat(padding)}</a><!DOCTYPE x>`;
      expect(await outcome(sampleOoxml('docx', { name: 'a.xml', content }))).toBe('file.dangerousXml');
    }
  });

  it('tells a password-protected workbook from an old one', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await outcome(Buffer.concat([compound, Buffer.alloc(500)]))).toBe('file.oldOffice');
    const encrypted = Buffer.concat([
      compound,
      Buffer.alloc(500),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await outcome(encrypted)).toBe('file.encrypted');
  });
});
