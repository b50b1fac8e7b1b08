import type { figures } from '@xiaoer/contract/figures';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { AnswerBody } from '../lib/client/call.ts';
import { count } from '../lib/format/amount.ts';
import type { Language } from '../lib/messages/catalogue.ts';

export type FigureRecord = AnswerBody<typeof figures>['figures'][number];
type Words = { readonly zh: string; readonly en: string };

export const wordsIn = (words: Words, language: Language): string =>
  language === 'en' ? words.en : words.zh;

/** The value as written: a count with thousands apart, a ratio as a percentage; a dash when there is none. */
export function valueWords({ kind, value }: Pick<FigureRecord, 'kind' | 'value'>): string {
  if (value === null) return '—';
  return kind === 'count' ? count(value) : `${(value * 100).toFixed(1)}%`;
}

/** `17 / 40`, for a rate and for a count out of a whole. */
export const partsWords = ({ numerator, denominator }: FigureRecord): string | undefined =>
  denominator === null ? undefined : `${count(numerator.value ?? 0)} / ${count(denominator.value ?? 0)}`;

/** Why nothing can be counted for the days that were chosen: zeros would be read as counts. */
export function spanFault(
  { from, asOf }: { readonly from?: string | undefined; readonly asOf?: string | undefined },
  today: LocalDate,
): 'spanAhead' | 'spanReversed' | undefined {
  if (asOf !== undefined && asOf > today) return 'spanAhead';
  return from !== undefined && from > (asOf ?? today) ? 'spanReversed' : undefined;
}
