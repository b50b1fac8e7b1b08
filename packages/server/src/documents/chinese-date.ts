import type { LocalDate } from '@xiaoer/domain/time/local-date';

/** `2024年11月5日`: the form GB/T 9704 prescribes, without leading zeros. */
export function chineseDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
