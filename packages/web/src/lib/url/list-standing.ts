type Values = Readonly<Record<string, unknown>>;
type Direction = 'up' | 'down';
type Sort = { readonly key: string; readonly direction: Direction };

const ORDERS = { up: 'asc', down: 'desc' } as const;

/** Beside the filters: what is looked for, and in which order. */
const BESIDE: ReadonlySet<string> = new Set(['q', 'sort', 'order', 'view']);

/** How many filters are set, beside search, order and what the page itself fixes. */
export const filtersSet = (filters: Values, fixed: readonly string[] = []): number =>
  Object.keys(filters).filter((name) => !BESIDE.has(name) && !fixed.includes(name)).length;

/** The address without its filters: what is looked for and the order stay. */
export const withoutFilters = (filters: Values): Values =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => BESIDE.has(name)));

/** The order that an address asks for; a column that is not the usual one begins upwards. */
export const sortIn = ({ sort, order }: Values, usual: Sort): Sort => {
  const key = typeof sort === 'string' ? sort : usual.key;
  const upwards: Direction = key === usual.key ? usual.direction : 'up';
  return { key, direction: order === 'asc' ? 'up' : order === 'desc' ? 'down' : upwards };
};

/** An order as the address and the server write it. */
export const sortWritten = ({ key, direction }: Sort) => ({ sort: key, order: ORDERS[direction] });
