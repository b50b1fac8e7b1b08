const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Fen as yuan with two decimals and thousands apart: 123456 -> `1,234.56`. Exact for every safe integer. */
export function yuan(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** Fen as 万元 with at most two decimals, without trailing zeros: 1234567800 -> `1,234.57`. */
export function tenThousandYuan(amountFen: number): string {
  const hundredths = Math.round(Math.abs(amountFen) / 10_000);
  const digits = String(hundredths).padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/, '');
  const sign = amountFen < 0 && hundredths > 0 ? '-' : '';
  return `${sign}${grouped(digits.slice(0, -2))}${decimals === '' ? '' : `.${decimals}`}`;
}

/** A whole number with thousands apart. */
export const count = (value: number): string => `${value < 0 ? '-' : ''}${grouped(String(Math.abs(value)))}`;

/** A share as a percentage: `rate(17, 40)` -> `42.5%`; nothing to divide by gives a dash. */
export const rate = (numerator: number, denominator: number, decimals = 1): string =>
  denominator === 0 ? '—' : `${((numerator / denominator) * 100).toFixed(decimals)}%`;
