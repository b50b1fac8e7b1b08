import { LANGUAGES } from '@xiaoer/domain/access/language';
import { z } from 'zod';
import { cursorPage, idOf, written } from './primitives.ts';
import type { ProblemCode } from './problems.ts';
import { route } from './route.ts';

export type CommandWords<Verb extends string, Body extends z.ZodType> = {
  readonly verb: Verb;
  readonly summary: string;
  readonly body: Body;
};

/** A body with nothing in it: the command says it all. */
export const nothing = z.strictObject({});

/** Roots of the addresses: `/api/${Words}`. */
export type Words = `/api/${string}`;

type Aggregate<Path extends Words> = { readonly path: Path; readonly refusals: readonly ProblemCode[] };

/** How the commands of one aggregate become routes: `rule` is the command's type, which the domain judges. */
export const commandsOf = <Name extends string>(aggregate: Aggregate<Words>) => ({
  /** Makes a new one; the server mints its id. */
  opening: <Body extends z.ZodType>(rule: string, { summary, body }: { summary: string; body: Body }) =>
    route({
      method: 'POST',
      path: aggregate.path,
      summary,
      access: { auth: 'session', rule },
      body,
      response: written,
      status: 201,
      problems: ['request.not-found', 'access.forbidden', ...aggregate.refusals],
    }),
  /** Changes one; If-Match carries the version that was shown. */
  changing: <Body extends z.ZodType>(rule: string, { verb, summary, body }: CommandWords<string, Body>) =>
    route({
      method: 'POST',
      path: `${aggregate.path}/{id}/${verb}` as const,
      summary,
      access: { auth: 'session', rule },
      params: z.strictObject({ id: idOf<Name>() }),
      body,
      response: written,
      ifMatch: true,
      problems: ['request.not-found', 'access.forbidden', ...aggregate.refusals],
    }),
});

/** One record by its id; its version comes as ETag too. */
export const detailOf = <Id extends z.ZodType, Response extends z.ZodType>(
  path: Words,
  { id, summary, rule, response }: { id: Id; summary: string; rule: string; response: Response },
) =>
  route({
    method: 'GET',
    path: `${path}/{id}` as const,
    summary,
    access: { auth: 'session', rule },
    params: z.strictObject({ id }),
    response,
    problems: ['request.not-found', 'access.forbidden'],
  });

export const SORT_ORDERS = ['asc', 'desc'] as const;

type Listing<Query extends z.ZodRawShape, Item extends z.ZodType, Sort extends string> = {
  readonly summary: string;
  readonly rule: string;
  readonly query: Query;
  readonly item: Item;
  /** What it can be sorted by; by the first, until somebody chooses. */
  readonly sorts: readonly [Sort, ...Sort[]];
  readonly order?: (typeof SORT_ORDERS)[number];
};

/** What a list shows as a file, in the reader's language; for those who may read the list and sum up. */
export const fileOf = <Query extends z.ZodRawShape>(
  path: Words,
  { summary, query }: { summary: string; query: Query },
) =>
  route({
    method: 'GET',
    path: `${path}/export` as const,
    summary: `${summary} Every row that matches, as .xlsx; logged, and marked with who took it and when.`,
    access: { auth: 'session', rule: 'list.export' },
    query: z.strictObject({ ...query, language: z.enum(LANGUAGES).default(LANGUAGES[0]) }),
    response: z.strictObject({}),
    gives: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    perMinute: 30,
    problems: ['request.not-found', 'access.forbidden', 'list.too-long'],
  });

/** A list a page at a time, where `next` is the cursor of the page after it, and all of it as a file. */
export const listOf = <Query extends z.ZodRawShape, Item extends z.ZodType, const Sort extends string>(
  path: Words,
  { summary, rule, query, item, sorts, order = 'asc' }: Listing<Query, Item, Sort>,
) => {
  const asked = {
    ...query,
    sort: z.enum(sorts).default(() => sorts[0]),
    order: z.enum(SORT_ORDERS).default(order),
  };
  const page = route({
    method: 'GET',
    path,
    summary,
    access: { auth: 'session', rule },
    query: z.strictObject({
      ...asked,
      /** Asks for the total. */
      count: z.stringbool().optional(),
      ...cursorPage,
    }),
    response: z.strictObject({
      items: z.array(item),
      next: z.string().nullable(),
      /** Rows on all pages; only on the first page, and where it was asked for. */
      total: z.number().int().nullable(),
    }),
    problems: ['request.not-found', 'access.forbidden'],
  });
  return { page, file: fileOf(path, { summary, query: asked }) };
};

/** A list that is small enough to come whole. */
export const wholeOf = <Item extends z.ZodType>(
  path: Words,
  { summary, rule, item }: { summary: string; rule: string; item: Item },
) =>
  route({
    method: 'GET',
    path,
    summary,
    access: { auth: 'session', rule },
    response: z.strictObject({ items: z.array(item) }),
    problems: ['request.not-found', 'access.forbidden'],
  });

/** A thing by its id, with the name to show. */
export const named = <Name extends string>() => z.strictObject({ id: idOf<Name>(), name: z.string() });

/** Text that may be left out; blanks count as left out. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((value) => (value === '' ? undefined : value))
    .optional();
