import { randomUUID } from 'node:crypto';

const pad = (hex: string): string => hex.padStart(12, '0');

/** A UUID version 7 (RFC 9562): ordered by time, so that new rows stand together in their indexes. */
export const newId = (): string => {
  const time = pad(Date.now().toString(16));
  // Of the random version 4 stay its 74 random bits and the variant.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};
