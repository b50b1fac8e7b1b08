import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { ProblemError } from '../lib/client/problem-error.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { useProblemWords } from '../lib/messages/problem-words.ts';
import { shellTexts } from '../lib/messages/shell-texts.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { BarePage } from './bare-page.tsx';
import { renewPage } from './renew-page.ts';

function Reload(): ReactElement {
  const t = useTexts(shellTexts);
  return <Button onClick={() => window.location.reload()}>{t('reload')}</Button>;
}

function useRenewing(error: unknown): void {
  useEffect(() => {
    renewPage(error);
  }, [error]);
}

/** What a page shows instead of itself: a problem in the person's words, or that it is our fault. */
export function PageFailure({ error }: { readonly error: unknown }): ReactElement {
  const t = useTexts(shellTexts);
  const words = useProblemWords();
  useRenewing(error);
  const action = <Reload />;
  if (error instanceof ProblemError) return <ErrorNote {...words.ofProblem(error.problem)} action={action} />;
  return <ErrorNote title={t('broken')} detail={t('brokenNext')} action={action} />;
}

/** The same where the frame itself could not be drawn, for instance without a network. */
export function FrameFailure({ error }: { readonly error: unknown }): ReactElement {
  const t = useTexts(shellTexts);
  const words = useProblemWords();
  useRenewing(error);
  return (
    <BarePage title={t('broken')} lead={t('brokenNext')}>
      {error instanceof ProblemError ? <ErrorNote {...words.ofProblem(error.problem)} /> : null}
      <Reload />
    </BarePage>
  );
}
