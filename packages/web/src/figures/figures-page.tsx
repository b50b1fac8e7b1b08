import { figures } from '@xiaoer/contract/figures';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { timeOf } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { figureTexts } from '../lib/messages/figure-texts.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { writeSearch } from '../lib/url/filters.ts';
import { useFilters } from '../lib/url/use-filters.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Figure } from '../ui/figure.tsx';
import { DayFilter } from '../ui/form/bar-inputs.tsx';
import { Card, PageHeader } from '../ui/page.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import './figures-page.css';
import { partsWords, spanFault, valueWords, wordsIn } from './words.ts';
import type { FigureRecord } from './words.ts';

export const SPAN = { from: 'day', asOf: 'day' } as const;
type Set = ReturnType<typeof useFilters<typeof SPAN>>[1];
type Span = ReturnType<typeof useFilters<typeof SPAN>>[0];

/** The span of days that all numbers of a page are computed for. */
export function SpanBar({ span, set }: { readonly span: Span; readonly set: Set }): ReactElement {
  const t = useTexts(figureTexts);
  const today = useToday();
  return (
    <div className="ui-row">
      <DayFilter
        label={t('from')}
        value={span.from ?? `${(span.asOf ?? today).slice(0, 4)}-01-01`}
        onChange={(day) => set('from', day)}
      />
      <DayFilter label={t('asOf')} value={span.asOf ?? today} onChange={(day) => set('asOf', day)} />
      {span.asOf === undefined ? null : <Button onClick={() => set('asOf', undefined)}>{t('today')}</Button>}
    </div>
  );
}

function Group(props: {
  readonly title: string;
  readonly list: readonly FigureRecord[];
  readonly span: Span;
}): ReactElement | null {
  const { title, list, span } = props;
  const language = useLanguage();
  if (list.length === 0) return null;
  return (
    <Card title={title}>
      <div className="figures-grid">
        {list.map((figure) => {
          const note = partsWords(figure);
          return (
            <Figure
              key={figure.id}
              name={wordsIn(figure.name, language)}
              value={valueWords(figure)}
              definition={wordsIn(figure.definition, language)}
              href={`/figures/${figure.id}${writeSearch(span)}`}
              {...(note === undefined ? {} : { note })}
              {...(figure.id === 'demands-overdue' && (figure.value ?? 0) > 0
                ? { tone: 'late' as const }
                : {})}
            />
          );
        })}
      </div>
    </Card>
  );
}

/** Every figure of the zone as of a day; a press on a number leads to its rows. */
export function FiguresPage(): ReactElement {
  const t = useTexts(figureTexts);
  const [span, set] = useFilters(SPAN);
  const asked = useRecord(figures, { query: span });
  const fault = spanFault(span, useToday());
  return (
    <div className="ui-stack">
      <PageHeader title={t('title')} lead={t('lead')} />
      <SpanBar span={span} set={set} />
      {fault === undefined ? null : <ErrorNote title={t(fault)} />}
      <WhenThere asked={asked}>
        {(body) =>
          fault === undefined ? (
            <>
              <p className="figures-moment">{t('computedAt', { time: timeOf(body.computedAt) })}</p>
              <Group
                title={t('demand')}
                list={body.figures.filter(({ subject }) => subject === 'demand')}
                span={span}
              />
              <Group
                title={t('others')}
                list={body.figures.filter(({ subject }) => subject !== 'demand')}
                span={span}
              />
            </>
          ) : null
        }
      </WhenThere>
    </div>
  );
}
