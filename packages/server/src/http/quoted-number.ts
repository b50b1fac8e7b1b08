import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { randomInt } from 'node:crypto';

/** Without 0/O, 1/I/L and U: read aloud on the telephone without mistakes. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The number people quote: day and five letters, minted without a counter that every registration would wait for. */
export const quotedNumber = (now: Instant, pick: (below: number) => number = randomInt): string => {
  const letters = Array.from({ length: 5 }, () => LETTERS[pick(LETTERS.length)]).join('');
  return `${dateOf(now).replaceAll('-', '')}-${letters}`;
};
