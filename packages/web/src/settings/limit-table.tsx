import { LIMITED } from '@xiaoer/domain/demand/settings';
import { URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import type { ReactElement } from 'react';
import { useMarks } from '../lib/messages/language.tsx';
import { Card } from '../ui/page.tsx';
import type { Question } from './setting-acts.ts';
import { Coming, current } from './settings-tools.tsx';
import type { Tools } from './settings-tools.tsx';

/** How long each step may take, by urgency. */
export function LimitTable({ tools }: { readonly tools: Tools }): ReactElement | null {
  const marks = useMarks();
  const { word, words, ask, edit, t } = tools;
  const limits = current(tools, 'limits');
  if (limits === undefined) return null;
  return (
    <Card title={word('setting.limits')}>
      <div className="settings-scroll" tabIndex={0} role="region" aria-label={word('setting.limits')}>
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{t('step')}</th>
              {URGENCIES.map((urgency) => (
                <th key={urgency} scope="col">
                  {word(`urgency.${urgency}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LIMITED.map((limited) => (
              <tr key={limited}>
                <th scope="row">{word(`limited.${limited}`)}</th>
                {URGENCIES.map((urgency) => {
                  const limit = limits[urgency][limited];
                  const asked = ask.limit(limit);
                  const question: Question<'limits'> = {
                    ...asked,
                    key: 'limits',
                    part: `${urgency}-${limited}`,
                    title: `${word(`limited.${limited}`)}${marks.open}${word(`urgency.${urgency}`)}${marks.close}`,
                    value: (typed, now) => ({
                      ...now,
                      [urgency]: { ...now[urgency], [limited]: asked.value(typed) },
                    }),
                  };
                  return (
                    <td key={urgency} data-title={word(`urgency.${urgency}`)}>
                      {edit(question, words.limit(limit))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Coming tools={tools} keys={['limits']} />
    </Card>
  );
}
