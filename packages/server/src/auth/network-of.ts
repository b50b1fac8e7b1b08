import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
const OF_A_NETWORK = 4;

const partsOf = (text: string): readonly string[] => text.split(':').filter((part) => part !== '');

/** Whom an address stands for: itself, or the /64 that one household or office has to itself under IPv6. */
export const networkOf = (address: string): string => {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [before = '', after = ''] = (address.split('%')[0] ?? '').split('::');
  const [first, last] = [partsOf(before), partsOf(after)];
  const zeros = Array.from({ length: Math.max(0, GROUPS - first.length - last.length) }, () => '0');
  const groups = [...first, ...zeros, ...last].slice(0, OF_A_NETWORK);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
};
