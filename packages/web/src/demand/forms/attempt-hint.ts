import { momentWords, shortDay } from '../../lib/format/day.ts';
import { fill } from '../../lib/messages/catalogue.ts';
import type { Asked } from './field.ts';

/** From when another call that nobody answers counts; nothing while one counts today. */
function nextHint({
  detail: { demand, nextAttemptOn },
  today,
  language,
  label,
}: Pick<Asked, 'detail' | 'today' | 'language' | 'label'>): string | undefined {
  const attemptedAt = demand.status === 'callingBack' ? demand.attemptedAt : undefined;
  if (attemptedAt === undefined || nextAttemptOn === null) return undefined;
  return fill(label('attemptHint'), {
    moment: momentWords(attemptedAt, today, language),
    day: shortDay(nextAttemptOn, today, language),
  });
}

/** The same, and that the next call that nobody answers is the last. */
export function attemptHint(asked: Parameters<typeof nextHint>[0]): string | undefined {
  const { detail, language, label } = asked;
  const said = [nextHint(asked), detail.attemptsLeft === 1 ? label('lastAttempt') : undefined].filter(
    Boolean,
  );
  return said.length === 0 ? undefined : said.join(language === 'en' ? ' ' : '');
}
