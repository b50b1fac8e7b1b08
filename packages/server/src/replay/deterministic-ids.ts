import { createHash } from 'node:crypto';

const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

/** The UUID (version 8) of a name within a seed: the same on every machine and day. */
export const idOfName = (seed: string, name: string): string =>
  asUuid(createHash('sha256').update(`${seed}\n${name}`).digest('hex'));

/** Ids from seed and ordinal, for whatever a replay mints. */
export const ordinalIds = (seed: string): (() => string) => {
  let ordinal = 0;
  return () => idOfName(seed, String((ordinal += 1)));
};
