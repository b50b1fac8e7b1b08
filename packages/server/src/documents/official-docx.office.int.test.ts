import { afterAll, describe, expect, it } from 'vitest';
import { liaisonLetter } from './liaison-letter.ts';
import { officialDocx } from './official-docx.ts';
import { referralSheet } from './referral-sheet.ts';
import { closeOffice, printDocuments, type PrintedPage } from './testing/open-document.ts';
import { letter, longNotice, notice, sheet, threeLists } from './testing/sample-documents.ts';
import { threeListsDocx } from './three-lists-docx.ts';

const MILLIMETRE = 72 / 25.4;
const textOf = (page: PrintedPage | undefined) => page?.lines.map((line) => line.text).join('\n') ?? '';
const signed = { signatory: '重庆两江新区管理委员会' };

afterAll(closeOffice);

/** Every document this file looks at, printed in one go. */
const printed = await printDocuments(
  {
    long: await officialDocx(longNotice(30)),
    notice: await officialDocx(notice),
    signedAfter5: await officialDocx({ ...longNotice(5), ...signed }),
    signedAfter6: await officialDocx({ ...longNotice(6), ...signed }),
    unfit: await officialDocx({
      ...notice,
      blocks: [{ type: 'paragraph', text: '前\u0000\u000b\uffff\ud800<&>后' }],
    }),
    letter: await liaisonLetter(letter),
    sheet: await referralSheet(sheet),
    longSheet: await referralSheet({
      ...sheet,
      content: Array.from({ length: 80 }, (_, index) => `第${index + 1}条`).join('\n'),
    }),
    lists: await threeListsDocx(threeLists(25)),
  },
  'docx',
);

describe('an official document, printed by LibreOffice', () => {
  const { long } = printed;

  it('has 22 lines of 28 characters on a full A4 page', () => {
    expect(long.length).toBeGreaterThan(3);
    for (const page of long.slice(1, -1)) {
      expect([Math.round(page.width / MILLIMETRE), Math.round(page.height / MILLIMETRE)]).toEqual([210, 297]);
      const body = page.lines.slice(0, -1);
      expect(body).toHaveLength(22);
      const gaps = body.slice(1).map((line, index) => line.top - (body[index]?.top ?? 0));
      for (const gap of gaps) expect(gap).toBeCloseTo(28, 0);
      for (const line of body) expect(line.left).toBeGreaterThan(27.5 * MILLIMETRE);
      for (const line of body) expect(line.right).toBeLessThan((210 - 24) * MILLIMETRE);
      expect(Math.max(...body.map((line) => line.text.length))).toBeGreaterThanOrEqual(28);
      expect(body[0]?.top).toBeGreaterThan(37 * MILLIMETRE);
    }
  });

  it('numbers pages "— 1 —" outside: right on odd, left on even pages', () => {
    const numbers = long.map((page) => page.lines.at(-1));
    expect(numbers.map((line) => line?.text)).toEqual(long.map((_, index) => `—${index + 1}—`));
    const middle = (210 / 2) * MILLIMETRE;
    expect(numbers.map((line) => (line?.left ?? 0) > middle)).toEqual(
      long.map((_, index) => index % 2 === 0),
    );
  });

  it('indents paragraphs by two characters', () => {
    const [, page] = long;
    const lefts = new Set(page?.lines.slice(0, -1).map((line) => Math.round(line.left)));
    const [outer = 0, inner = 0] = [...lefts].sort((a, b) => a - b);
    expect(lefts.size).toBe(2);
    expect(inner - outer).toBe(32);
  });

  it('shows every element in its order', () => {
    const text = printed.notice.map(textOf).join('\n');
    const elements = [
      '重庆两江新区管理委员会',
      '渝两江管发〔2024〕12号',
      '关于进一步做好企业诉求办理工作的通知',
      '各街道办事处，各部门，各国有公司：',
      '一、总体要求',
      '（一）目标任务',
      '水电气保障',
      '1.责任到人',
      '附件：1.企业诉求办理流程图',
      '2.企业诉求分类目录（2024年版）',
      '2024年11月5日',
      '（此件公开发布）',
    ];
    const places = elements.map((element) => text.indexOf(element));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('never leaves a signature alone on a page', () => {
    for (const pages of [printed.signedAfter5, printed.signedAfter6])
      expect(textOf(pages.at(-1))).toContain('社会监督。');
  });

  it('writes what XML cannot carry as if it were not there', () => {
    expect(printed.unfit.map(textOf).join('')).toMatch(/前.?<&>后/u);
  });
});

describe('a liaison letter', () => {
  it('bears its issuer in the head of the first page, without a page number', () => {
    const pages = printed.letter;
    expect(pages[0]?.lines[0]?.text).toBe('重庆两江新区企业服务局');
    expect(textOf(pages[0])).not.toContain('—1—');
    expect(pages[1]?.lines[0]?.text).not.toBe('重庆两江新区企业服务局');
    expect(pages[1]?.lines.at(-1)?.text).toBe('—2—');
    const text = pages.map(textOf).join('\n');
    for (const part of [
      '渝两江企服函〔2024〕36号',
      '关于商请协助办理园区双回路供电的函',
      '国网重庆江北供电公司：',
      'https://zone.example.cn/r/7Qm2Xk9fT4',
      '特此致函。',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('a referral sheet', () => {
  it('is one page with every field and room to sign', () => {
    const pages = printed.sheet;
    expect(pages).toHaveLength(1);
    const text = textOf(pages[0]);
    for (const part of [
      '企业诉求转办单',
      '转办〔2024〕218号',
      sheet.demandNumber,
      sheet.enterprise,
      '领导批示',
      '签收人',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('goes on to a second page rather than losing a long content', () => {
    const text = printed.longSheet.map(textOf).join('\n');
    expect(text).toContain('第80条');
    expect(text).toContain('签收人');
  });
});

describe('the three lists', () => {
  it('each begin on a landscape page of their own and repeat their head', () => {
    const pages = printed.lists;
    const titled = ['问题清单', '任务清单', '责任清单'].map((title) =>
      pages.findIndex((page) => page.lines[0]?.text === title),
    );
    expect(titled).not.toContain(-1);
    for (const page of pages) {
      expect(page.width).toBeGreaterThan(page.height);
      expect(textOf(page)).toContain('序号');
    }
    expect(textOf(pages[0])).toContain('截至2024年11月5日，共25项');
    const text = pages.map(textOf).join('\n');
    expect(text.split('SQ-2024-0025')).toHaveLength(4);
  });
});
