import type { Language } from '../messages/catalogue.ts';

const UNITS = {
  'zh-CN': { d: ' 天', h: ' 小时', m: ' 分钟', gap: ' ' },
  en: { d: ' d', h: ' h', m: ' min', gap: ' ' },
} as const;

/** Minutes in words, the two largest units: 1530 -> `1 天 1 小时`; under a minute is `0 分钟`. */
export function durationWords(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.floor(minutes));
  const units = UNITS[language];
  const parts = [
    [Math.floor(whole / 1440), units.d],
    [Math.floor((whole % 1440) / 60), units.h],
    [whole % 60, units.m],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first < 0) return `0${units.m}`;
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(units.gap);
}

/** Bytes as people read them: `512 B`, `1.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10} ${unit}`;
}
