import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ProblemError } from '../../lib/client/problem-error.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { readingMe } from '../../lib/session/use-me.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/page.tsx';
import { useSpeakFor } from '../notices/use-speak-for.ts';
import { NotThere } from '../problem.tsx';

/** For whom the person speaks, and for whom they may; asked anew, since another tab may have chosen another. */
function useEnterprises() {
  const me = useQuery({ ...readingMe, staleTime: 0 }).data?.body;
  const enterprises = me?.enterprises ?? [];
  const current = enterprises.find(({ id }) => me?.grants.some(({ enterpriseId }) => enterpriseId === id));
  return { current, others: enterprises.filter((each) => each !== current) };
}

/** A demand that is not there for the enterprise one speaks for; it may be another's that one speaks for as well. */
export function PortalNotThere({ error }: { readonly error: Error }): ReactElement {
  const t = useTexts(demandPortalTexts);
  const speakFor = useSpeakFor();
  const { current, others } = useEnterprises();
  const refusal = <NotThere error={error} back={{ href: '/portal', label: t('back') }} />;
  const isHidden = error instanceof ProblemError && error.problem.status === 404;
  if (!isHidden || current === undefined || others.length === 0) return refusal;
  return (
    <div className="ui-stack">
      {refusal}
      <Card>
        <div className="ui-stack">
          <p>{t('perhapsElsewhere', { name: current.name })}</p>
          <div className="ui-row">
            {others.map(({ id, name }) => (
              <Button key={id} onClick={() => void speakFor(id, location.pathname)}>
                {t('goOnFor', { name })}
              </Button>
            ))}
          </div>
        </div>
      </Card>
    </div>
  );
}
