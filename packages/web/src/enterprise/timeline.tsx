import { enterpriseTimeline } from '@xiaoer/contract/enterprise';
import type { ReactElement } from 'react';
import { usePages } from '../lib/client/use-pages.ts';
import type { PagedRows } from '../lib/client/use-pages.ts';
import { dayOf, momentWords, shortDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { enterpriseTexts, enterpriseTold } from '../lib/messages/enterprise-texts.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { timelineTold } from '../lib/messages/timeline-texts.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Card } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Story } from '../ui/story.tsx';
import type { StoryItem } from '../ui/story.tsx';
import { usePersonWords, useWords } from '../ui/words.tsx';

const PLACES = {
  demand: '/demands',
  visit: '/visits',
  policySession: '/policy-sessions',
  project: '/projects',
} as const;

export const useTimeline = (id: string, limit: number) => usePages(enterpriseTimeline, { limit }, { id });
type Row = ReturnType<typeof useTimeline>['rows'][number];

/** Visits, sessions and stages are of a day; a time of midnight would be invented. */
const hasTime = ({ kind }: Row): boolean => kind === 'enterprise' || kind === 'demand';

/** The rows of a timeline in plain words, each leading to its record. */
export function useTold(): (rows: readonly Row[]) => readonly StoryItem[] {
  const marks = useMarks();
  const named = usePersonWords();
  const language = useLanguage();
  const today = useToday();
  const words: Readonly<Record<string, string>> = { ...enterpriseTold[language], ...timelineTold[language] };
  const told = (row: Row) => {
    const what = words[row.what] ?? row.what;
    if (row.kind === 'enterprise') return row.title === '' ? what : `${what}${marks.colon}${row.title}`;
    return (
      <>
        {what}
        {marks.colon}
        <Anchor href={`${PLACES[row.kind]}/${row.id}`}>{row.title === '' ? '…' : row.title}</Anchor>
      </>
    );
  };
  return (rows) =>
    rows.map((row, at) => ({
      id: `${row.id}-${row.what}-${at}`,
      at: hasTime(row) ? momentWords(row.at, today, language) : shortDay(dayOf(row.at), today, language),
      ...(row.by.length === 0 ? {} : { who: row.by.map(({ name }) => named(name)).join(marks.list) }),
      text: told(row),
      tone: row.what === 'DemandClosed' ? 'done' : 'none',
    }));
}

/** Everything that happened with the enterprise, newest first. */
export function Timeline({ id }: { readonly id: string }): ReactElement {
  const t = useTexts(enterpriseTexts);
  const words = useWords();
  const told = useTold();
  const list: PagedRows<Row> = useTimeline(id, 50);
  return (
    <Card title={t('timeline')}>
      {list.refused === undefined ? null : <ErrorNote {...list.refused} />}
      {list.isLoading && list.rows.length === 0 ? (
        <Skeleton count={6} />
      ) : (
        <Story label={t('timeline')} items={told(list.rows)} />
      )}
      {list.onMore === undefined ? null : (
        <Button look="quiet" onClick={list.onMore} busy={list.isLoading}>
          {words.loadMore}
        </Button>
      )}
    </Card>
  );
}
