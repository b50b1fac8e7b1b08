import type { demandDetail } from '@xiaoer/contract/demand-views';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { dueWords } from '../../lib/format/day.ts';
import { demandPageTexts } from '../../lib/messages/demand-page-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Light } from '../../ui/light.tsx';
import { Card } from '../../ui/page.tsx';
import { TONE_OF } from '../light-of.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { Held } from './held.tsx';

type Detail = AnswerBody<typeof demandDetail>;
type Of = { readonly detail: Detail };
type Row = { readonly key: string; readonly text: string; readonly done: boolean; readonly dueAt: string };

/** Things to be done with their dates, ticked when done. Once the demand is closed nothing of it is owed any more. */
function WorkList({
  rows,
  isClosed,
}: {
  readonly rows: readonly (Row & { readonly who?: ReactElement })[];
  readonly isClosed: boolean;
}): ReactElement {
  const t = useTexts(demandPageTexts);
  const { now, today } = useNow();
  const { word, language } = useDemandWords();
  return (
    <ul className="demand-work">
      {rows.map(({ key, text, done, dueAt, who }) => {
        const shown = done ? 'done' : dueAt < now ? 'red' : 'green';
        return (
          <li key={key}>
            <span>{text}</span>
            <span className="demand-work-foot">
              {isClosed && !done ? (
                <Light quiet tone="paused" word={t('leftUndone')} />
              ) : (
                <Light quiet tone={TONE_OF[shown]} word={word(`light.${shown}`)} />
              )}
              <span className="ui-second">{dueWords(dueAt as Detail['item']['dueAt'], today, language)}</span>
              {who}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The plan, the tasks and what the enterprise was asked for, each as far as it is done. */
export function WorkCards({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { plan, tasks, enterpriseTasks, status } = detail.demand;
  const isClosed = status === 'closed';
  return (
    <>
      {plan === undefined ? null : (
        <Card title={t('plan')}>
          <p className="demand-prose demand-lead">{plan.summary}</p>
          <WorkList
            isClosed={isClosed}
            rows={plan.steps.map(({ stepId, text, dueAt, doneAt }) => ({
              key: stepId,
              text,
              dueAt,
              done: doneAt !== undefined,
            }))}
          />
        </Card>
      )}
      {tasks.length === 0 ? null : (
        <Card title={t('tasks')}>
          <WorkList
            isClosed={isClosed}
            rows={tasks.map(({ taskId, text, dueAt, doneAt, to }) => ({
              key: taskId,
              text,
              dueAt,
              done: doneAt !== undefined,
              who: <Held holder={to} detail={detail} />,
            }))}
          />
        </Card>
      )}
      {enterpriseTasks.length === 0 ? null : (
        <Card title={t('enterpriseTasks')}>
          <WorkList
            isClosed={isClosed}
            rows={enterpriseTasks.map(({ taskId, text, dueAt, doneAt }) => ({
              key: taskId,
              text,
              dueAt,
              done: doneAt !== undefined,
            }))}
          />
        </Card>
      )}
    </>
  );
}
