import type { ReactElement } from 'react';
import { dueWords } from '../../lib/format/day.ts';
import { demandDeskTexts } from '../../lib/messages/demand-desk-texts.ts';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import type { Language } from '../../lib/messages/catalogue.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Light } from '../../ui/light.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { lightOfWork, TONE_OF } from '../light-of.ts';
import { dueWidth, enterpriseWidth } from '../list/demand-columns.tsx';
import { OwnerCell, TitleCell } from '../list/item-cells.tsx';
import { ACTION_OF_WORK } from '../page/next-action.ts';
import { leftWords } from '../page/clock-words.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import './desk.css';
import type { WorkEntry } from './desk-sections.ts';

/** The demand with the form for this piece of work open. */
export function workAddress({ kind, workKey, demand }: WorkEntry): string {
  const action = ACTION_OF_WORK[kind];
  if (action === undefined) return `/demands/${demand.id}`;
  const id = workKey.split(':')[1];
  return `/demands/${demand.id}?act=${action}${id === undefined ? '' : `&key=${id}`}`;
}

/** How a piece of work stands. */
export function WorkLight({ entry }: { readonly entry: WorkEntry }): ReactElement {
  const { now } = useNow();
  const { word } = useDemandWords();
  const light = lightOfWork(entry, now);
  return <Light quiet tone={TONE_OF[light]} word={word(`light.${light}`)} />;
}

/** Until when it is owed, and what is left. */
export function WorkDue({ entry }: { readonly entry: WorkEntry }): ReactElement {
  const t = useTexts(demandDeskTexts);
  const { now, today } = useNow();
  const { language } = useDemandWords();
  if (entry.dueAt === null) return <span className="ui-second">{t('noDate')}</span>;
  return (
    <span className="desk-due">
      {dueWords(entry.dueAt, today, language)}
      <span className="ui-second">{leftWords({ ...entry, dueAt: entry.dueAt }, now, language)}</span>
    </span>
  );
}

type Titles = Readonly<Record<'demand' | 'light' | 'due' | 'owner' | 'enterprise' | 'toDo', string>>;

const WorkAction = ({ entry }: { readonly entry: WorkEntry }): ReactElement => {
  const { word } = useDemandWords();
  const name = word(`work.${entry.kind}`);
  return (
    <ButtonLink href={workAddress(entry)} aria-label={`${name} ${entry.demand.title}`}>
      {name}
    </ButtonLink>
  );
};

const columnsOf = (titles: Titles, language: Language): readonly Column<WorkEntry>[] => [
  {
    key: 'title',
    title: titles.demand,
    isLead: true,
    cell: ({ demand }) => <TitleCell item={demand} />,
  },
  { key: 'light', title: titles.light, width: 92, cell: (entry) => <WorkLight entry={entry} /> },
  { key: 'due', title: titles.due, width: dueWidth(language), cell: (entry) => <WorkDue entry={entry} /> },
  { key: 'owner', title: titles.owner, width: 176, cell: ({ demand }) => <OwnerCell item={demand} /> },
  {
    key: 'enterprise',
    title: titles.enterprise,
    width: enterpriseWidth(language),
    cell: ({ demand }) => <span title={demand.enterprise.name}>{demand.enterprise.name}</span>,
  },
  { key: 'act', title: titles.toDo, width: 156, cell: (entry) => <WorkAction entry={entry} /> },
];

/** Pieces of work: what, until when, whose; one press to act. */
export function WorkTable({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly WorkEntry[];
}): ReactElement {
  const t = useTexts(demandListTexts);
  const td = useTexts(demandDeskTexts);
  const words = useDemandWords();
  const titles = {
    demand: t('demand'),
    light: t('light'),
    due: td('dueBy'),
    owner: t('owner'),
    enterprise: words.label('enterprise'),
    toDo: td('toDo'),
  };
  return (
    <DataTable
      label={label}
      columns={columnsOf(titles, words.language)}
      rows={entries}
      rowKey={({ demand, workKey }) => `${demand.id}-${workKey}`}
      href={({ demand }) => `/demands/${demand.id}`}
      height="none"
    />
  );
}
