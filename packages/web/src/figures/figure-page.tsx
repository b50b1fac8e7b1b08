import { figureRows, figures } from '@xiaoer/contract/figures';
import { FIGURE_IDS } from '@xiaoer/domain/figures/figure';
import type { FigureId, FigureSubject } from '@xiaoer/domain/figures/figure';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { call } from '../lib/client/call.ts';
import type { AnswerBody } from '../lib/client/call.ts';
import { ProblemError } from '../lib/client/problem-error.ts';
import { queryKeyOf } from '../lib/client/query.ts';
import { useRecord } from '../lib/client/use-record.ts';
import { shortDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { figureTexts } from '../lib/messages/figure-texts.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { useProblemWords } from '../lib/messages/problem-words.ts';
import { writeSearch } from '../lib/url/filters.ts';
import { useFilters } from '../lib/url/use-filters.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { DataTable } from '../ui/table/data-table.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { SPAN, SpanBar } from './figures-page.tsx';
import { partsWords, spanFault, valueWords, wordsIn } from './words.ts';
import type { FigureRecord } from './words.ts';

type Row = AnswerBody<typeof figureRows>['rows'][number];
type Span = ReturnType<typeof useFilters<typeof SPAN>>[0];

const PLACES: Readonly<Record<FigureSubject, string>> = {
  demand: '/demands',
  enterprise: '/enterprises',
  policySession: '/policy-sessions',
  project: '/projects',
};
const LIMIT = 100;

/** The rows behind a figure, a page at a time by the last id shown. */
function useRows(id: FigureId, span: Span) {
  return useInfiniteQuery({
    queryKey: [...queryKeyOf(figureRows, { params: { id }, query: span }), 'pages'],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...span, limit: LIMIT, ...(pageParam === '' ? {} : { after: pageParam }) };
      const answer = await call(figureRows, { params: { id }, query, signal });
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.body.rows;
    },
    getNextPageParam: (page) => (page.length === LIMIT ? page.at(-1)?.id : undefined),
  });
}

/** What the day of a row is; an enterprise counts once, whatever the number of its visits: it has none. */
const DAYS = {
  demand: 'raisedOn',
  enterprise: undefined,
  policySession: 'heldOn',
  project: 'sinceOn',
} as const satisfies Record<FigureSubject, string | undefined>;

function useColumns(subject: FigureSubject): readonly Column<Row>[] {
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const today = useToday();
  const day = DAYS[subject];
  return [
    {
      key: 'name',
      title: t(subject),
      isLead: true,
      cell: ({ id, name }) =>
        name === null ? (
          <span className="figure-out-of-reach">{t('outOfReach')}</span>
        ) : (
          <Anchor href={`${PLACES[subject]}/${id}`}>{name}</Anchor>
        ),
    },
    ...(day === undefined
      ? []
      : [
          {
            key: 'on',
            title: t(day),
            width: 180,
            cell: ({ on }: Row) => (on === null ? null : shortDay(on, today, language)),
          },
        ]),
  ];
}

function Rows({ figure, span }: { readonly figure: FigureRecord; readonly span: Span }): ReactElement {
  const t = useTexts(figureTexts);
  const words = useProblemWords();
  const columns = useColumns(figure.subject);
  const list = useRows(figure.id, span);
  if (list.error instanceof ProblemError) return <ErrorNote {...words.ofProblem(list.error.problem)} />;
  return (
    <DataTable
      label={t('rows')}
      columns={columns}
      rows={list.data?.pages.flat() ?? []}
      rowKey={({ id }) => id}
      href={({ id, name }) => (name === null ? undefined : `${PLACES[figure.subject]}/${id}`)}
      isLoading={list.isPending || list.isFetchingNextPage}
      total={figure.rows}
      {...(list.hasNextPage ? { onMore: () => void list.fetchNextPage() } : {})}
      empty={<Empty title={t('noRows')} next={t('noRowsNext')} />}
    />
  );
}

function Meaning(props: {
  readonly figure: FigureRecord;
  /** Whether its numbers mean anything for the days that were chosen. */
  readonly isCounted: boolean;
}): ReactElement {
  const { figure, isCounted } = props;
  const marks = useMarks();
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const { numerator, denominator, exclusions } = figure;
  const part = (words: { readonly zh: string; readonly en: string; readonly value: number | null }): string =>
    `${wordsIn(words, language)}${words.value === null || !isCounted ? '' : `${marks.colon}${words.value}`}`;
  return (
    <Card title={t('definition')}>
      <div className="ui-stack">
        <p>{wordsIn(figure.definition, language)}</p>
        <Facts
          rows={[
            { name: t('period'), value: t('span', { from: figure.from, to: figure.asOf }) },
            { name: t('numerator'), value: part(numerator) },
            ...(denominator === null ? [] : [{ name: t('denominator'), value: part(denominator) }]),
            ...(exclusions.length === 0
              ? []
              : [
                  {
                    name: t('exclusions'),
                    value: (
                      <ul>
                        {exclusions.map((each) => (
                          <li key={each.zh}>{wordsIn(each, language)}</li>
                        ))}
                      </ul>
                    ),
                  },
                ]),
          ]}
        />
      </div>
    </Card>
  );
}

function Loaded(props: {
  readonly figure: FigureRecord;
  readonly span: Span;
  readonly set: ReturnType<typeof useFilters<typeof SPAN>>[1];
}): ReactElement {
  const { figure, span, set } = props;
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const fault = spanFault(span, useToday());
  const parts = fault === undefined ? partsWords(figure) : undefined;
  const name = wordsIn(figure.name, language);
  return (
    <SplitPage
      header={
        <PageHeader
          back={{ href: `/figures${writeSearch(span)}`, label: t('title') }}
          title={fault === undefined ? `${name} ${valueWords(figure)}` : name}
          {...(parts === undefined ? {} : { lead: parts })}
        />
      }
      next={<SpanBar span={span} set={set} />}
      storyLabel={name}
      stateLabel={t('definition')}
      story={fault === undefined ? <Rows figure={figure} span={span} /> : <ErrorNote title={t(fault)} />}
      state={<Meaning figure={figure} isCounted={fault === undefined} />}
    />
  );
}

/** One figure: the rows it is made of, and what it means. */
export function FigurePage(): ReactElement {
  const t = useTexts(figureTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const [span, set] = useFilters(SPAN);
  const asked = useRecord(figures, { query: span });
  const back = { href: '/figures', label: t('title') };
  return (
    <WhenThere asked={asked} back={back}>
      {(body) => {
        const figure = FIGURE_IDS.some((known) => known === id)
          ? body.figures.find((each) => each.id === id)
          : undefined;
        return figure === undefined ? (
          <PageHeader back={back} title={t('unknown')} lead={t('unknownNext')} />
        ) : (
          <Loaded figure={figure} span={span} set={set} />
        );
      }}
    </WhenThere>
  );
}
