import { downloadFile } from '@xiaoer/contract/files';
import type { ReactElement } from 'react';
import { count } from '../../lib/format/amount.ts';
import { demandImportTexts } from '../../lib/messages/demand-import-texts.ts';
import { useMarks, useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { writeSearch } from '../../lib/url/filters.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Card } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Problem } from '../problem.tsx';
import { useDownload } from '../use-download.ts';
import { ReportTable } from './import-report.tsx';
import { standingOf, type ImportReport, type ImportState } from './report-words.ts';
import { useImportState, useImportSteps } from './use-import.ts';

/** The place where a sheet is chosen, under these words. */
export type ChooseSheet = (label: string) => ReactElement;

type Steps = ReturnType<typeof useImportSteps>;

function UnderWay({ state, steps }: { readonly state: ImportState; readonly steps: Steps }): ReactElement {
  const t = useTexts(demandImportTexts);
  const { status, doneRows, totalRows } = state;
  const isCounted = totalRows > 0;
  return (
    <Progress
      label={t(status === 'checking' ? 'checking' : 'committing')}
      {...(isCounted ? { share: doneRows / totalRows } : {})}
      {...(isCounted ? { detail: t('rowsDone', { done: count(doneRows), total: count(totalRows) }) } : {})}
      cancel={{ label: t('stop'), onPress: () => void steps.cancel() }}
    />
  );
}

/** How many rows are right and wrong, and columns nobody knows. */
function Summary({ report }: { readonly report: ImportReport }): ReactElement {
  const t = useTexts(demandImportTexts);
  const marks = useMarks();
  const { rows, rowsWithErrors: wrong, unknownHeaders } = report;
  const counted = { rows: count(rows), right: count(rows - wrong), wrong: count(wrong) };
  return (
    <div role="status">
      <p>
        <b>{wrong === 0 ? t('allRight', { rows: counted.rows }) : t('someWrong', counted)}</b>
      </p>
      {unknownHeaders.length === 0 ? null : (
        <p className="ui-second">{t('unknownHeaders', { headers: unknownHeaders.join(marks.list) })}</p>
      )}
    </div>
  );
}

function Checked({
  report,
  steps,
  choose,
}: {
  readonly report: ImportReport;
  readonly steps: Steps;
  readonly choose: ChooseSheet;
}): ReactElement {
  const t = useTexts(demandImportTexts);
  const words = useProblemWords();
  if (report.refusal !== null)
    return (
      <>
        <ErrorNote title={words.ofField({ pointer: '', ...report.refusal })} />
        {choose(t('chooseAgain'))}
      </>
    );
  return (
    <>
      <Summary report={report} />
      {report.rowsWithErrors > 0 ? null : (
        <div className="ui-row">
          <Button look="main" onClick={() => void steps.commit()}>
            {t('importAll', { count: count(report.rows) })}
          </Button>
          <Button look="quiet" onClick={() => void steps.cancel()}>
            {t('giveUp')}
          </Button>
        </div>
      )}
      {report.rowsWithErrors > 0 ? choose(t('chooseAgain')) : null}
      <ReportTable report={report} />
    </>
  );
}

function Registered({ state }: { readonly state: ImportState }): ReactElement {
  const t = useTexts(demandImportTexts);
  const ofTheSheet = { show: 'all', import: state.importId, sort: 'raisedAt', order: 'desc' };
  return (
    <>
      <p role="status">
        <b>{t('committed', { count: count(state.totalRows) })}</b>
      </p>
      <div className="ui-row">
        <ButtonLink look="main" href={`/demands${writeSearch(ofTheSheet)}`}>
          {t('openList')}
        </ButtonLink>
      </div>
    </>
  );
}

function Body({
  state,
  steps,
  choose,
}: {
  readonly state: ImportState;
  readonly steps: Steps;
  readonly choose: ChooseSheet;
}): ReactElement {
  const t = useTexts(demandImportTexts);
  if (state.status === 'checking' || state.status === 'committing')
    return <UnderWay state={state} steps={steps} />;
  if (state.status === 'checked' && state.report !== null)
    return <Checked report={state.report} steps={steps} choose={choose} />;
  return (
    <>
      {state.status === 'committed' ? <Registered state={state} /> : null}
      {state.status === 'cancelled' ? <p role="status">{t('cancelled')}</p> : null}
      {state.status === 'failed' ? <ErrorNote title={t('failed')} /> : null}
      {choose(t('chooseOther'))}
    </>
  );
}

/** One import from its check to its end: what it says, and what can be done next. */
export function ImportSteps({
  importId,
  choose,
}: {
  readonly importId: string;
  readonly choose: ChooseSheet;
}): ReactElement {
  const t = useTexts(demandImportTexts);
  const asked = useImportState(importId);
  const steps = useImportSteps(importId);
  const { take, isBusy } = useDownload();
  if (asked.error !== null) return <Problem error={asked.error} />;
  const state = asked.data?.body;
  if (state === undefined) return <Skeleton count={4} />;
  const standing = standingOf({ ...state, rowsWithErrors: state.report?.rowsWithErrors ?? 0 });
  const original = { params: { id: state.fileId }, query: { download: 'true' } };
  return (
    <Card
      title={state.name}
      aside={
        <>
          <Tag word={t(`status.${standing}`)} strong={standing === 'committed'} />
          <Button
            look="quiet"
            icon="download"
            busy={isBusy}
            onClick={() => void take(downloadFile, original)}
          >
            {t('original')}
          </Button>
        </>
      }
    >
      <div className="ui-stack">
        <Body state={state} steps={steps} choose={choose} />
      </div>
    </Card>
  );
}
