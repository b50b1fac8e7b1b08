import type { ReactElement } from 'react';
import { count } from '../../lib/format/amount.ts';
import { demandImportTexts } from '../../lib/messages/demand-import-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { columnOf, type ImportMessage, type ImportReport } from './report-words.ts';

type Line = ImportMessage & { readonly at: number };

function useReportColumns(): readonly Column<Line>[] {
  const t = useTexts(demandImportTexts);
  const words = useProblemWords();
  const columnWords = (line: Line): string => {
    const column = columnOf(line);
    if (column === undefined) return t('wholeRow');
    return [line.columnLetters ?? '', t(`column.${column}`)].join(' ').trim();
  };
  return [
    {
      key: 'row',
      title: t('row'),
      width: 96,
      isLead: true,
      cell: ({ rowNumber }) => t('rowNumber', { row: rowNumber }),
    },
    { key: 'column', title: t('column'), width: 176, cell: columnWords },
    {
      key: 'kind',
      title: t('kind'),
      width: 88,
      cell: ({ severity }) => <Tag word={t(severity)} strong={severity === 'error'} />,
    },
    {
      key: 'what',
      title: t('what'),
      cell: (line) => words.ofField({ pointer: '', code: line.code, facts: line.facts }),
    },
  ];
}

/** What is wrong and what is worth knowing, by row and column of the sheet; errors first. */
export function ReportTable({ report }: { readonly report: ImportReport }): ReactElement | null {
  const t = useTexts(demandImportTexts);
  const columns = useReportColumns();
  if (report.messages.length === 0) return null;
  return (
    <>
      <DataTable
        label={t('report')}
        columns={columns}
        rows={report.messages.map((message, at) => ({ ...message, at }))}
        rowKey={({ at }) => String(at)}
        height="min(560px, 70vh)"
      />
      {report.more === 0 ? null : (
        <p className="ui-second">{t('moreMessages', { count: count(report.more) })}</p>
      )}
    </>
  );
}
