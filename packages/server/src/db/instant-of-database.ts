import type { Instant } from '@xiaoer/domain/time/instant';

/** PostgreSQL prints `2022-06-01 09:00:00.5+08` under a fixed +08:00 session; an Instant has a T and three decimals. */
export const instantOfDatabase = (text: string): Instant => {
  if (text.length === 22) return `${text.slice(0, 10)}T${text.slice(11, 19)}.000+08:00` as Instant;
  const zone = text.slice(19).indexOf('+');
  const fraction = text
    .slice(20, 19 + zone)
    .padEnd(3, '0')
    .slice(0, 3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}+08:00` as Instant;
};
