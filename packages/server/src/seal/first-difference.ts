/** Where two JSON values part: a JSON pointer and the value on either side, undefined where there is none. */
export type Difference = { readonly path: string; readonly one: unknown; readonly other: unknown };

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const inMembers = (one: Members, other: Members, path: string): Difference | undefined => {
  for (const key of Object.keys(one)) {
    const found = differenceAt(one[key], other[key], `${path}/${escaped(key)}`);
    if (found !== undefined) return found;
  }
  for (const key of Object.keys(other))
    if (one[key] === undefined && other[key] !== undefined)
      return { path: `${path}/${escaped(key)}`, one: undefined, other: other[key] };
  return undefined;
};

const inLists = (
  one: readonly unknown[],
  other: readonly unknown[],
  path: string,
): Difference | undefined => {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const found = differenceAt(one[index], other[index], `${path}/${index}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

const differenceAt = (one: unknown, other: unknown, path: string): Difference | undefined => {
  if (one === other) return undefined;
  if (Array.isArray(one) && Array.isArray(other)) return inLists(one, other, path);
  if (isMembers(one) && isMembers(other)) return inMembers(one, other, path);
  return { path, one, other };
};

/** The first place at which two values differ as canonical JSON; a member that is undefined is as good as absent. */
export const firstDifference = (one: unknown, other: unknown): Difference | undefined =>
  differenceAt(one, other, '');
