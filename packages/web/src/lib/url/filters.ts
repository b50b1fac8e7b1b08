/** How one filter is written in the address: a text, one of a list, several of a list, a day, or a yes. */
export type FilterKind = 'text' | 'many' | 'day' | 'flag' | readonly string[];
export type FilterSpec = Readonly<Record<string, FilterKind>>;

type ValueOf<Kind extends FilterKind> = Kind extends readonly (infer Choice)[]
  ? Choice
  : Kind extends 'many'
    ? readonly string[]
    : Kind extends 'flag'
      ? true
      : string;

/** The filters that are set; a filter that is not set has no key. */
export type Filters<Spec extends FilterSpec> = { readonly [Name in keyof Spec]?: ValueOf<Spec[Name]> };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST = 200;

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
    .map((entry) => String(entry).trim().slice(0, LONGEST))
    .filter((entry) => entry !== '');

function readOne(kind: FilterKind, value: unknown): unknown {
  const written = texts(value);
  const first = written[0];
  if (kind === 'many') return written.length > 0 ? [...new Set(written)] : undefined;
  if (kind === 'flag') return first === '1' || value === true ? true : undefined;
  if (first === undefined) return undefined;
  if (kind === 'text') return first;
  if (kind === 'day') return DAY.test(first) ? first : undefined;
  return kind.includes(first) ? first : undefined;
}

/** Reads the filters of an address; whatever is not understood is left out, so an old link still opens. */
export function readFilters<const Spec extends FilterSpec>(
  spec: Spec,
  search: Readonly<Record<string, unknown>>,
): Filters<Spec> {
  const entries = Object.entries(spec).map(([name, kind]) => [name, readOne(kind, search[name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Filters<Spec>;
}

/** Sets or clears one filter; an empty text or list clears it. */
export function withFilter<Values extends object, Name extends keyof Values>(
  filters: Values,
  name: Name,
  value: Values[Name] | undefined,
): Values {
  const { [name]: _, ...rest } = filters;
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return (empty ? rest : { ...rest, [name]: value }) as Values;
}

/** The search part of an address from plain values: lists repeat the name, a yes is `1`; names are sorted. */
export function writeSearch(values: Readonly<Record<string, unknown>>): string {
  const pairs = Object.keys(values)
    .sort()
    .flatMap((name) => {
      const value = values[name];
      return (Array.isArray(value) ? value : [value])
        .filter((entry) => entry !== undefined && entry !== null && entry !== '' && entry !== false)
        .map((entry) => [name, entry === true ? '1' : String(entry)]);
    });
  const written = new URLSearchParams(pairs).toString();
  return written === '' ? '' : `?${written}`;
}

/** The search part of an address as plain values; a repeated name becomes a list. */
export function readSearch(search: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const before = Object.hasOwn(values, name) ? values[name] : undefined;
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}
