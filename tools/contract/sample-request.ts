import type { Route } from '@xiaoer/contract/route';
import { z } from 'zod';

type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
};

/** Values for fields of these names, wherever they stand; every other field gets the plainest value its schema takes. */
export type Known = Readonly<Record<string, unknown>>;

export type SampleRequest = { readonly url: string; readonly payload: unknown };

const SOME_ID = '00000000-0000-7000-8000-00000000abcd';

/** Values for patterns that a field's name does not tell. */
const BY_PATTERN: readonly string[] = [
  'sample',
  '12',
  '13900000000',
  '123456',
  'A1',
  '2022-06-20T10:00:00.000+08:00',
];

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

const textOf = ({ format, pattern, minLength = 0 }: Schema): string => {
  if (format === 'uuid') return SOME_ID;
  if (format === 'date') return '2022-06-20';
  const matching =
    pattern === undefined ? '' : BY_PATTERN.find((text) => new RegExp(pattern, 'u').test(text));
  return matching || 'sample'.padEnd(minLength, '-');
};

const listOf = ({ items = {}, prefixItems, minItems = 0 }: Schema, known: Known): readonly unknown[] =>
  prefixItems?.map((each) => valueOf(each, known)) ??
  Array.from({ length: minItems }, () => valueOf(items, known));

const objectOf = ({ properties = {}, required = [] }: Schema, known: Known): Known =>
  Object.fromEntries(
    required.map((name) => [name, name in known ? known[name] : valueOf(properties[name] ?? {}, known)]),
  );

const valueOf = (schema: Schema, known: Known): unknown => {
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first !== undefined) return valueOf(first, known);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'object') return objectOf(schema, known);
  if (schema.type === 'array') return listOf(schema, known);
  if (schema.type === 'string') return textOf(schema);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 0);
  return {};
};

const sampled = (schema: z.ZodType | undefined, known: Known): Known =>
  schema === undefined ? {} : (valueOf(schemaOf(schema), known) as Known);

/** A request that the route's own schemas accept, with nothing in it that may be left out. */
export const sampleRequest = (route: Route, known: Known = {}): SampleRequest => {
  const params = sampled(route.params, known);
  const query = new URLSearchParams(sampled(route.query, known) as Record<string, string>).toString();
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
  return {
    url: query === '' ? path : `${path}?${query}`,
    payload: route.takes === undefined ? route.body && sampled(route.body, known) : Buffer.from('%PDF-1.7\n'),
  };
};

/** A route as tables and test names say it. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;
