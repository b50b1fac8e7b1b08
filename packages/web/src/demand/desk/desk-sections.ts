import type { desk } from '@xiaoer/contract/demand-views';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { AnswerBody } from '../../lib/client/call.ts';

type Desk = Pick<AnswerBody<typeof desk>, 'mine' | 'ofMyUnits'>;
export type WorkEntry = Desk['mine'][number];
export type DeskSection = 'overdue' | 'today' | 'later' | 'ofUnit';

/** A day ends at 24:00, which is 00:00 of the next one. */
const endOfDay = (now: Instant): number => Date.parse(`${now.slice(0, 10)}T00:00:00.000+08:00`) + 86_400_000;

const sectionOf = ({ dueAt }: WorkEntry, now: Instant): DeskSection => {
  if (dueAt === null) return 'later';
  if (dueAt < now) return 'overdue';
  return Date.parse(dueAt) <= endOfDay(now) ? 'today' : 'later';
};

/** What I owe in the order of its pressure; then what my units owe and nobody has taken. */
export function deskSections(
  { mine, ofMyUnits }: Desk,
  now: Instant,
): readonly { readonly key: DeskSection; readonly entries: readonly WorkEntry[] }[] {
  const own = (key: DeskSection) => ({ key, entries: mine.filter((entry) => sectionOf(entry, now) === key) });
  return [own('overdue'), own('today'), own('later'), { key: 'ofUnit', entries: ofMyUnits }];
}
