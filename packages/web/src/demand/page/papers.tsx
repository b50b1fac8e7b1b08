import { liaisonLetterFile, referralSheetFile } from '@xiaoer/contract/lists';
import { createOutsideLink } from '@xiaoer/contract/outside';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { demandPageTexts } from '../../lib/messages/demand-page-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDownload } from '../use-download.ts';
import type { Detail } from './state-cards.tsx';

/** A link for the body outside; it is shown once, as only its hash is kept. */
function OneTimeLink({ id }: { readonly id: string }): ReactElement {
  const t = useTexts(demandPageTexts);
  const words = useProblemWords();
  const toast = useToast();
  const { take } = useDownload();
  const [token, setToken] = useState<string>();
  const make = async (): Promise<void> => {
    const answer = await call(createOutsideLink, { params: { id } });
    if (answer.ok) setToken(answer.body.token);
    else toast({ text: words.ofProblem(answer.problem).title, tone: 'wrong' });
  };
  if (token === undefined) return <Button onClick={() => void make()}>{t('makeLink')}</Button>;
  const address = `${window.location.origin}/outside/${token}`;
  return (
    <div className="ui-stack demand-link">
      <p className="ui-second">{t('linkOnce')}</p>
      <code>{address}</code>
      <div className="ui-row">
        <Button
          onClick={() =>
            void navigator.clipboard?.writeText(address).then(() => toast({ text: t('copied') }))
          }
        >
          {t('copy')}
        </Button>
        <Button onClick={() => void take(liaisonLetterFile, { params: { id }, query: { token } })}>
          {t('letterWithLink')}
        </Button>
      </div>
    </div>
  );
}

/** The printed sheets of a demand, and the link for a body outside. */
export function Papers({ detail }: { readonly detail: Detail }): ReactElement | null {
  const t = useTexts(demandPageTexts);
  const { take, isBusy } = useDownload();
  const { demand, item, actions } = detail;
  const params = { id: item.id };
  return (
    <div className="ui-row">
      {demand.lead === undefined ? null : (
        <Button icon="download" busy={isBusy} onClick={() => void take(referralSheetFile, { params })}>
          {t('referralSheet')}
        </Button>
      )}
      {demand.status === 'referred' ? (
        <Button
          icon="download"
          busy={isBusy}
          onClick={() => void take(liaisonLetterFile, { params, query: {} })}
        >
          {t('liaisonLetter')}
        </Button>
      ) : null}
      {demand.status === 'referred' && actions.includes('FileOutsideAnswer') ? (
        <OneTimeLink id={item.id} />
      ) : null}
    </div>
  );
}
