import type { Answer } from '@xiaoer/domain/demand/parts';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { ReactElement } from 'react';
import { yuan } from '../../lib/format/amount.ts';
import { shortDay } from '../../lib/format/day.ts';
import { fileAddress } from '../../lib/client/upload-file.ts';
import { demandPageTexts } from '../../lib/messages/demand-page-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Card } from '../../ui/page.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import './demand-page.css';

/** Stored files, each opening in a tab of its own. */
export function Files({ ids }: { readonly ids: readonly string[] }): ReactElement | null {
  const t = useTexts(demandPageTexts);
  if (ids.length === 0) return null;
  return (
    <ul className="demand-files">
      {ids.map((id, at) => (
        <li key={id}>
          <a href={fileAddress(id)} target="_blank" rel="noreferrer">
            {t('file', { number: at + 1 })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** An answer as the asker reads it: conclusion, words, the small table of conditions, files. */
export function AnswerBlock({ answer }: { readonly answer: Answer }): ReactElement {
  const t = useTexts(demandPageTexts);
  const { word, label, language } = useDemandWords();
  const { today } = useNow();
  return (
    <div className="ui-stack">
      <p>
        <Tag strong word={word(`outcome.${answer.conclusion}`)} />
        {answer.reviewOn === undefined
          ? null
          : ` ${t('reviewOn', { day: shortDay(answer.reviewOn, today, language) })}`}
      </p>
      <p className="demand-prose">{answer.text}</p>
      {answer.conditions.length === 0 ? null : (
        <div className="demand-scroll" role="region" aria-label={label('conditions')} tabIndex={0}>
          <table className="demand-table">
            <thead>
              <tr>
                <th scope="col">{label('condition')}</th>
                <th scope="col">{label('conditionAnswer')}</th>
                <th scope="col">{label('remark')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.conditions.map((row) => (
                <tr key={row.condition}>
                  <th scope="row">{row.condition}</th>
                  <td>{word(`condition.${row.answer}`)}</td>
                  <td>{row.remark}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Files ids={answer.files} />
    </div>
  );
}

const answerOf = (demand: Demand): Answer | undefined => {
  if (demand.status === 'answered' || demand.status === 'callingBack') return demand.answer;
  if (demand.status === 'handling') return demand.pendingAnswer?.answer;
  return demand.status === 'closed' && 'answer' in demand.closing ? demand.closing.answer : undefined;
};

/** The answer that was given, or that waits for approval. */
export function AnswerCard({ demand }: { readonly demand: Demand }): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const answer = answerOf(demand);
  if (answer === undefined) return null;
  return (
    <Card title={t(demand.status === 'handling' ? 'pendingAnswer' : 'answer')}>
      <AnswerBlock answer={answer} />
    </Card>
  );
}

/** Options side by side; the chosen one is marked and says why. */
export function OptionsCard({ demand }: { readonly demand: Demand }): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { word, label } = useDemandWords();
  const { comparison } = demand;
  if (comparison === undefined) return null;
  const { options, chosen } = comparison;
  const rows = [
    [label('cost'), options.map((each) => yuan(each.costToEnterpriseFen))],
    [label('days'), options.map((each) => String(each.days))],
    [label('feasibility'), options.map((each) => word(`feasibility.${each.feasibility}`))],
    [label('risk'), options.map((each) => word(`risk.${each.risk}`))],
    [label('noteInside'), options.map((each) => each.note)],
  ] as const;
  return (
    <Card title={t('options')}>
      <div className="demand-scroll" role="region" aria-label={t('options')} tabIndex={0}>
        <table className="demand-table">
          <thead>
            <tr>
              <td />
              {options.map(({ optionId, title }) => (
                <th key={optionId} scope="col">
                  {title} {chosen?.optionId === optionId ? <Tag strong word={t('chosen')} /> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={options[at]?.optionId}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen === undefined ? null : (
        <p className="demand-prose">{t('because', { reason: chosen.reason })}</p>
      )}
    </Card>
  );
}
