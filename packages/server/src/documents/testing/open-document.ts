import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type PrintedLine = {
  readonly text: string;
  /** Points from the page's left and top edge. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
};

export type PrintedPage = {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PrintedLine[];
};

/** A profile of this process's own: LibreOffice takes seconds to make one, and two processes cannot share it. */
const profile = mkdtempSync(join(tmpdir(), 'office-profile-'));

/** Removes the profile; for `afterAll`. */
export const closeOffice = () => rm(profile, { recursive: true, force: true });

/** CSV: comma, double quote, UTF-8 (76), from row 1. */
const IMPORT_FILTERS: Readonly<Record<string, string>> = { csv: 'CSV:44,34,76,1' };

/** What is done to each of the named documents, under the same names. */
async function forEach<Name extends string, From, To>(
  documents: Readonly<Record<Name, From>>,
  work: (document: From, name: Name) => Promise<To>,
): Promise<Readonly<Record<Name, To>>> {
  const names = Object.keys(documents) as Name[];
  const done = await Promise.all(names.map(async (name) => [name, await work(documents[name], name)]));
  return Object.fromEntries(done) as Record<Name, To>;
}

/** Converts named documents in one start of LibreOffice: a start takes longer than most documents. */
export async function convertWithOffice<Name extends string>(
  documents: Readonly<Record<Name, Buffer>>,
  from: string,
  to: string,
): Promise<Readonly<Record<Name, Buffer>>> {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  const fileOf = (name: string, kind: string | undefined) => join(folder, `${name}.${kind}`);
  try {
    await forEach(documents, (bytes, name) => writeFile(fileOf(name, from), bytes));
    const filter = IMPORT_FILTERS[from];
    const options = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      '--convert-to',
      to,
    ];
    const sources = Object.keys(documents).map((name) => fileOf(name, from));
    await run('soffice', [...options, '--outdir', folder, ...sources], { timeout: 120_000 });
    return await forEach(documents, (_, name) => readFile(fileOf(name, to.split(':')[0])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const attribute = (tag: string, name: string) =>
  Number(new RegExp(`${name}="([\\d.]+)"`, 'u').exec(tag)?.[1]);

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

type Word = PrintedLine & { readonly middle: number };

/** Words whose middles are at the same height are one line. */
function linesOfWords(words: readonly Word[]): PrintedLine[] {
  const lines: (PrintedLine & { middle: number })[] = [];
  for (const word of words.toSorted((a, b) => a.middle - b.middle || a.left - b.left)) {
    const last = lines.at(-1);
    if (last === undefined || word.middle - last.middle > 6) lines.push(word);
    else {
      const joined = { ...last, text: last.text + word.text, right: Math.max(last.right, word.right) };
      lines[lines.length - 1] = joined;
    }
  }
  return lines.map(({ text, left, right, top }) => ({ text, left, right, top }));
}

/** The pages of a PDF as poppler reads them. */
async function pagesOf(pdf: Buffer): Promise<readonly PrintedPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'print-'));
  try {
    const path = join(folder, 'printed.pdf');
    await writeFile(path, pdf);
    const { stdout } = await run('pdftotext', ['-bbox', path, '-'], { maxBuffer: 64 * 1024 * 1024 });
    return stdout
      .split('<page ')
      .slice(1)
      .map((page) => ({
        width: attribute(page, 'width'),
        height: attribute(page, 'height'),
        lines: linesOfWords(
          [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/gu)].map(([, tag = '', text = '']) => ({
            text: unescaped(text),
            left: attribute(tag, 'xMin'),
            right: attribute(tag, 'xMax'),
            top: attribute(tag, 'yMin'),
            middle: (attribute(tag, 'yMin') + attribute(tag, 'yMax')) / 2,
          })),
        ),
      }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints named documents to PDF with LibreOffice and reads the pages back. */
export const printDocuments = async <Name extends string>(
  documents: Readonly<Record<Name, Buffer>>,
  from: 'docx' | 'xlsx',
): Promise<Readonly<Record<Name, readonly PrintedPage[]>>> =>
  forEach(await convertWithOffice(documents, from, 'pdf'), pagesOf);
