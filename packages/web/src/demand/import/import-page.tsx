import { downloadFile } from '@xiaoer/contract/files';
import { importList, importTemplate, MOST_IMPORT_ROWS } from '@xiaoer/contract/imports';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { useRecord } from '../../lib/client/use-record.ts';
import { count } from '../../lib/format/amount.ts';
import { momentWords } from '../../lib/format/day.ts';
import { demandImportTexts } from '../../lib/messages/demand-import-texts.ts';
import '../../lib/messages/demand-refusal-texts.ts';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { Button } from '../../ui/button.tsx';
import { EntryList } from '../../ui/entry-list.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { Card, PageHeader } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { WhenThere } from '../../ui/when-there.tsx';
import { useDownload } from '../use-download.ts';
import { useNow } from '../use-now.ts';
import { ImportSteps } from './import-steps.tsx';
import { standingOf } from './report-words.ts';
import { useImportAddress, useSending } from './use-import.ts';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Imports = AnswerBody<typeof importList>['items'];

/** A sheet is sent as soon as it is chosen. */
function ChooseSheet({
  label,
  onStarted,
}: {
  readonly label: string;
  readonly onStarted: (importId: string) => void;
}): ReactElement {
  const t = useTexts(demandImportTexts);
  const words = useProblemWords();
  const { send, isBusy, problem } = useSending(onStarted);
  if (isBusy) return <Progress label={t('uploading')} />;
  const wrong =
    problem?.code === 'file.notAllowed' ? t('onlyXlsx') : problem && words.ofProblem(problem).title;
  return (
    <>
      {wrong === undefined ? null : <ErrorNote title={wrong} />}
      <FileDrop
        label={label}
        files={[]}
        most={1}
        accept={XLSX}
        hint={t('chooseHint', { most: count(MOST_IMPORT_ROWS) })}
        onChange={([file]) => {
          if (file !== undefined) void send(file);
        }}
      />
    </>
  );
}

function Earlier({ items }: { readonly items: Imports }): ReactElement {
  const t = useTexts(demandImportTexts);
  const language = useLanguage();
  const { today } = useNow();
  const { take, isBusy } = useDownload();
  return (
    <EntryList
      label={t('earlier')}
      entries={items.map((item) => ({
        key: item.importId,
        value: (
          <Anchor
            href={`/demands/import?import=${item.importId}`}
            aria-label={t('openOf', { name: item.name })}
          >
            {item.name}
          </Anchor>
        ),
        note: [
          t(`status.${standingOf(item)}`),
          t('rows', { count: count(item.totalRows) }),
          momentWords(item.createdAt, today, language),
        ].join(' · '),
        action: (
          <Button
            look="quiet"
            icon="download"
            busy={isBusy}
            aria-label={t('originalOf', { name: item.name })}
            onClick={() =>
              void take(downloadFile, { params: { id: item.fileId }, query: { download: 'true' } })
            }
          >
            {t('original')}
          </Button>
        ),
      }))}
    />
  );
}

/** Demands from an Excel sheet: checked row by row, then registered all or none. */
export function ImportPage(): ReactElement {
  const t = useTexts(demandImportTexts);
  const earlier = useRecord(importList, {});
  const { importId, open } = useImportAddress();
  const { take, isBusy } = useDownload();
  const sheet = (label: string): ReactElement => <ChooseSheet label={label} onStarted={open} />;
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: '/demands', label: t('back') }}
        actions={
          <Button icon="download" busy={isBusy} onClick={() => void take(importTemplate, {})}>
            {t('template')}
          </Button>
        }
      />
      <WhenThere asked={earlier}>
        {({ items }) => (
          <>
            {importId === undefined ? (
              <Card>
                <div className="ui-stack">{sheet(t('choose'))}</div>
              </Card>
            ) : (
              <ImportSteps key={importId} importId={importId} choose={sheet} />
            )}
            <Card title={t('earlier')}>
              <Earlier items={items} />
            </Card>
          </>
        )}
      </WhenThere>
    </div>
  );
}
