import type { Language } from '@xiaoer/domain/access/language';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Problem } from '@xiaoer/contract/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { finished } from 'node:stream';
import type { Pool } from 'pg';
import { csvStream } from '../documents/csv-write.ts';
import { logExport, logExported, type Export } from '../documents/export-log.ts';
import type { ListRow, ListSheet } from '../documents/list-sheet.ts';
import { xlsxStream } from '../documents/xlsx-write.ts';
import { sendFile } from '../files/send-file.ts';
import { problemOf } from './problem.ts';
import type { SignedIn } from './serve.ts';
import { openTurns } from './turns.ts';

export type SendDeps = { readonly pool: Pool; readonly newId: () => string };

/** Somebody who takes a list out of the house. */
export type Leaving = Pick<SignedIn, 'actor' | 'scope' | 'now' | 'person'> & {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: object;
};

/** A file beyond this helps nobody; the reader is told to narrow the list down. */
export const MOST_ROWS = 10_000;

export type Sending = { readonly sent: true } | { readonly problem: Problem };

export const tooLong = (most: number) => ({ problem: problemOf('list.too-long', { facts: { most } }) });

const turns = openTurns({ perMinute: 6 });

const turnOf = ({ scope, actor, now }: Leaving, list: string) =>
  turns.take({ who: `${scope.tenantId}:${actor.personId}`, what: list, now });

const LATER = { problem: problemOf('request.rate-limited') };

/** Makes a file that is sent whole while its taker makes no other one. */
export const inTurn = async (
  leaving: Leaving,
  list: string,
  send: () => Promise<Sending>,
): Promise<Sending> => {
  const done = turnOf(leaving, list);
  if (done === undefined) return LATER;
  try {
    return await send();
  } finally {
    done();
  }
};

const WRITERS = { xlsx: xlsxStream, csv: csvStream } as const;
const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Where people open a record, as they reached us. */
export const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;

/** `2022-06-01 10:00`. */
const moment = (now: Instant): string => now.slice(0, 16).replace('T', ' ');

const GAP = '    ';

/** Who took a list, and when. */
export const takenBy = ({ person, now }: Leaving, language: Language = 'zh-CN'): string =>
  language === 'en'
    ? `Exported by ${person.name}${GAP}on ${moment(now)}`
    : `导出人：${person.name}${GAP}导出时间：${moment(now)}`;

const rowsWord = (count: number, language: Language): string =>
  language === 'en' ? `${count} ${count === 1 ? 'row' : 'rows'}` : `共${count}条`;

/** Writes down who takes which list, before the first row leaves. */
export const logged = async (
  deps: SendDeps,
  { actor, scope, now, query }: Leaving,
  what: { readonly list: string; readonly format: string },
): Promise<Export> => {
  const { tenantId } = scope;
  const taken = { tenantId, exportId: deps.newId(), personId: actor.personId, filter: query, now, ...what };
  await logExport(deps.pool, taken);
  return taken;
};

export const fileNameOf = (title: string, { now }: Leaving, format: string): string =>
  `${title}-${dateOf(now).replaceAll('-', '')}.${format}`;

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** Every row of a list, a page at a time, so that no list is ever whole in memory or holds a transaction open. */
export async function* inPages<Item>(
  pageAt: (cursor: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  for (let cursor: string | undefined | null; cursor !== null;) {
    const page: Page<Item> = await pageAt(cursor);
    yield* page.items;
    cursor = page.next;
  }
}

type Sent<Item> = {
  readonly list: string;
  readonly format: keyof typeof WRITERS;
  readonly sheet: ListSheet;
  readonly rows: AsyncIterable<Item>;
  readonly rowOf: (item: Item) => ListRow;
  readonly language?: Language;
};

/** The rows as written, then who took them; the count goes into the log when the last one has left. */
async function* markedRows<Item>(
  { rows, rowOf }: Sent<Item>,
  {
    mark,
    done,
  }: { readonly mark: (count: number) => ListRow; readonly done: (count: number) => Promise<void> },
): AsyncGenerator<ListRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    yield rowOf(row);
  }
  yield mark(count);
  await done(count);
}

/** Sends a list as a file while its rows are read, one at a time for a person; logged, and marked with who took it. */
export const sendList = async <Item>(
  deps: SendDeps,
  leaving: Leaving,
  sent: Sent<Item>,
): Promise<Sending> => {
  const { list, sheet, format, language = 'zh-CN' } = sent;
  const over = turnOf(leaving, list);
  if (over === undefined) return LATER;
  const taken = await logged(deps, leaving, { list, format }).catch((fault: unknown) => {
    over();
    throw fault;
  });
  const [first] = sheet.columns;
  const rows = markedRows(sent, {
    mark: (count) => ({
      [first?.key ?? '']: `${takenBy(leaving, language)}${GAP}${rowsWord(count, language)}`,
    }),
    done: (count) => logExported(deps.pool, taken, count),
  });
  const name = fileNameOf(sheet.title, leaving, format);
  const stream = WRITERS[format](sheet, rows);
  finished(stream, over);
  leaving.reply.raw.once('close', over);
  sendFile(leaving.reply, { name, mediaType: MEDIA_TYPES[format] }, stream);
  return { sent: true };
};
