import { useCategories } from '../lib/directory/categories.ts';
import { counted } from '../lib/format/amount.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { demandWords } from '../lib/messages/demand-words.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import type { Limit, Values } from './read.ts';

type Rung = Values['ladders']['contact']['steps'][number];
type Pause = Values['pauseReasons'][number];

/** The values of the settings as sentences. */
export function useValueWords() {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const language = useLanguage();
  const { word } = useZoneWords();
  const categories = useCategories();
  const gap = language === 'en' ? ' ' : '';
  const amount = ({ unit, amount }: Pick<Limit, 'unit' | 'amount'>): string => {
    const isMinutes = unit === 'naturalMinutes' || unit === 'workMinutes';
    const hours = isMinutes && amount >= 60 && amount % 60 === 0;
    if (!hours) return counted(amount, word(`unit.${unit}`));
    return counted(amount / 60, t(unit === 'workMinutes' ? 'workHours' : 'hours24'));
  };
  const limit = (value: Limit): string =>
    value.start === 'nextDay' ? `${amount(value)}${marks.comma}${word('start.nextDay')}` : amount(value);
  const pauseName = (key: string): string =>
    (demandWords[language] as Readonly<Record<string, string>>)[`pause.${key}`] ?? key;
  return {
    amount,
    limit,
    yes: (value: boolean): string => t(value ? 'yes' : 'no'),
    times: (amount: number): string => counted(amount, t('times')),
    returnVisit: (value: Values['returnVisit']): string =>
      value === null ? t('off') : `${limit(value.delay)}${marks.comma}${word(`returnVisit.${value.kind}`)}`,
    pauseName,
    pause: ({ cap, proofNeeded }: Pause): string =>
      `${t('atMost', { amount: amount(cap) })}${proofNeeded ? ` · ${t('proofNeeded')}` : ''}`,
    category: (key: string): string => categories.find((each) => each.key === key)?.shown ?? key,
    moment: ({ at }: Rung): string => {
      if (at.kind === 'usedFraction') return t('usedFraction', { percent: Math.round(at.fraction * 100) });
      return at.limit.amount === 0 ? t('atDue') : t('afterDue', { amount: amount(at.limit) });
    },
    recipients: ({ recipients }: Rung): string =>
      `${t('toWhom')}${gap}${recipients.map((recipient) => word(`recipient.${recipient}`)).join(marks.list)}`,
  };
}
