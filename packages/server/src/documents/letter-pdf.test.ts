import { expect, it } from 'vitest';
import { sniffFile } from '../files/sniff.ts';
import { letterPdf } from './letter-pdf.ts';

const PAGE = {
  title: '复　函',
  paragraphs: ['贵方来函收悉。'.repeat(20), '特此函复。'],
  signature: ['市供电公司', '二〇二二年六月一日'],
};

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

it('is a PDF that an upload would be taken as', async () => {
  expect(await sniffFile(letterPdf(PAGE))).toMatchObject({ accepted: true, value: { kind: 'pdf' } });
});

it('holds the title and who signs, and breaks a long paragraph into lines', () => {
  const text = letterPdf(PAGE).toString('latin1');
  expect(text).toContain(`<${hexOf('复　函')}>`);
  expect(text).toContain(`<${hexOf('市供电公司')}>`);
  const signs = [...text.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, digits = '']) => digits.length / 4);
  expect(signs.length).toBeGreaterThan(7);
  expect(Math.max(...signs)).toBeLessThanOrEqual(29);
});

it('tells where each of its objects begins', () => {
  const text = letterPdf(PAGE).toString('latin1');
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  expect(offsets).toHaveLength(7);
  for (const [index, offset] of offsets.entries())
    expect(text.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true);
  expect(text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1])).startsWith('xref')).toBe(true);
});

it('is the same for the same words', () => {
  expect(letterPdf(PAGE).equals(letterPdf(PAGE))).toBe(true);
});
