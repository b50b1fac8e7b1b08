import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SEED_EXAMPLES } from '../../../../templates/suggestion/seed.ts';
import { run } from './classify.ts';

const LABELS = ['water', 'parking', 'schooling', 'policy'];
const EXAMPLES = SEED_EXAMPLES.filter(({ category }) => LABELS.includes(category)).map(
  ({ text, category }) => ({
    text,
    label: category,
  }),
);

const usage = 'classify --train FILE --test FILE [--json]';
let folder = '';
const file = (name: string) => join(folder, name);
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

const printed = async (...args: readonly string[]) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await run({ args, env: {}, usage })).toBe(0);
    return log.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    log.mockRestore();
  }
};
const classify = (train: string, test: string) =>
  printed('--train', file(train), '--test', file(test), '--json');

const writeSheet = async (
  name: string,
  rows: readonly { text: string; label: string }[],
  titles: readonly string[] = ['No', 'Label', 'Text'],
) => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('诉求');
  sheet.addRow([...titles]);
  rows.forEach(({ text, label }, i) => sheet.addRow([i, label, text]));
  await workbook.xlsx.writeFile(file(name));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'classify-'));
  await writeFile(file('train.jsonl'), `\uFEFF${lines(EXAMPLES)}\n\n`);
  await writeSheet('train.xlsx', EXAMPLES);
  await writeFile(
    file('test.jsonl'),
    lines([
      { text: '自来水停水了，水压也不足', label: 'water' },
      { text: '停车场停车位不足', label: 'parking' },
      { text: '孩子转学上小学没有学位' },
      { text: 'qqq' },
    ]),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('classify', () => {
  it('names each row and scores those whose label is known', async () => {
    const answer = JSON.parse(await classify('train.jsonl', 'test.jsonl'));
    expect(answer.rows.map((row: { best: string }) => row.best).slice(0, 3)).toEqual([
      'water',
      'parking',
      'schooling',
    ]);
    expect(answer.rows[3]).toMatchObject({ index: 3, label: null });
    expect(answer.rows[2]).not.toHaveProperty('truth');
    expect(answer).toMatchObject({
      macroF1: 1,
      accuracy: 1,
      trained: { rows: EXAMPLES.length, labels: LABELS.toSorted() },
    });
    expect(answer.ece).toBeGreaterThanOrEqual(0);
    expect(answer.perClass).toHaveLength(2);
  });

  it('reads a workbook like lines, and gives the same bytes each time', async () => {
    const fromLines = await classify('train.jsonl', 'test.jsonl');
    expect(await classify('train.xlsx', 'test.jsonl')).toBe(fromLines);
    expect(await classify('train.jsonl', 'test.jsonl')).toBe(fromLines);
  });

  it('reads the columns under their Chinese titles, in sheets and in lines', async () => {
    const fromLines = await classify('train.jsonl', 'test.jsonl');
    await writeSheet('titled.xlsx', EXAMPLES, ['编号', '一级标签 ', '留言详情']);
    await writeFile(
      file('titled.jsonl'),
      lines(EXAMPLES.map(({ text, label }) => ({ 文本: text, 标签: label }))),
    );
    expect(await classify('titled.xlsx', 'test.jsonl')).toBe(fromLines);
    expect(await classify('titled.jsonl', 'test.jsonl')).toBe(fromLines);
  });

  it('learns beside empty texts, copies, numbers as labels and labels of a single row', async () => {
    const odd = [
      { text: '', label: 'water' },
      { text: null, label: 7 },
      { text: 12345, label: 'water' },
      { text: '只此一条的事', label: '独一' },
      ...EXAMPLES.slice(0, 9),
    ];
    await writeFile(file('odd.jsonl'), lines([...EXAMPLES, ...odd]).replaceAll('\n', '\r\n'));
    const answer = JSON.parse(await classify('odd.jsonl', 'test.jsonl'));
    expect(answer.trained.labels).toEqual([...LABELS, '7', '独一'].toSorted());
    expect(answer.rows[0].best).toBe('water');
  });

  it('gives no score when the test file has no label', async () => {
    await writeFile(file('bare.jsonl'), lines([{ text: '停水' }]));
    const answer = JSON.parse(await classify('train.jsonl', 'bare.jsonl'));
    expect(answer.rows).toHaveLength(1);
    expect(answer).not.toHaveProperty('macroF1');
  });

  it.each([
    ['unlabelled.jsonl', '{"text":"a","label":"b"}\n\n{"text":"停水"}', 'line 3, has no label'],
    ['textless.jsonl', '{"label":"b"}', 'line 1, has no text'],
    ['broken.jsonl', '{"text":"a","label":"b"}\nwater', 'line 2, is not JSON'],
    ['list.jsonl', '[1]', 'line 1, is not an object'],
    ['empty.jsonl', '\n', 'has no rows'],
    ['torn.xlsx', 'PK not really', 'is not an .xlsx workbook'],
    ['table.csv', 'text,label', 'must end in .xlsx or .jsonl'],
  ])('refuses %s in one line that names the place', async (name, content, message) => {
    await writeFile(file(name), content);
    await expect(classify(name, 'test.jsonl')).rejects.toThrow(message);
    await expect(classify(name, 'test.jsonl')).rejects.toThrow(name);
  });

  it('names the row of a workbook that has no label, and a workbook without a text column', async () => {
    await writeSheet('gap.xlsx', [
      { text: '停水', label: 'water' },
      { text: '停车', label: '' },
    ]);
    await expect(classify('gap.xlsx', 'test.jsonl')).rejects.toThrow('gap.xlsx, row 3, has no label.');
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('x').addRow(['a', 'b']);
    await workbook.xlsx.writeFile(file('untitled.xlsx'));
    await expect(classify('untitled.xlsx', 'test.jsonl')).rejects.toThrow('row 1, names no column "text"');
  });

  it('refuses a missing file and a missing option', async () => {
    await expect(classify('nowhere.jsonl', 'test.jsonl')).rejects.toThrow('cannot be read');
    await expect(run({ args: ['--train', file('train.jsonl')], env: {}, usage })).rejects.toThrow(
      '--test is missing',
    );
  });
});
