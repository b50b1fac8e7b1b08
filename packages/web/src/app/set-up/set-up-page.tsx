import { setUp, setUpNeeded } from '@xiaoer/contract/set-up';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { call, newIdempotencyKey } from '../../lib/client/call.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { setUpTexts } from '../../lib/messages/set-up-texts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { BarePage } from '../bare-page.tsx';
import { SetUpForm } from './set-up-form.tsx';
import type { SetUpValues } from './set-up-form.tsx';

/** Whether there is a zone to set up; unknown until the server answered, and asked for again by the form itself. */
function useNeeded(): boolean | undefined {
  const [needed, setNeeded] = useState<boolean>();
  useEffect(() => {
    const leaving = new AbortController();
    call(setUpNeeded, { signal: leaving.signal }).then(
      (answer) => setNeeded(answer.ok ? answer.body.needed : true),
      () => undefined,
    );
    return () => leaving.abort();
  }, []);
  return needed;
}

/** The first page of an empty installation: the first zone and its administrator. */
export function SetUpPage(): ReactElement {
  const t = useTexts(setUpTexts);
  const needed = useNeeded();
  const router = useRouter();
  const toast = useToast();
  const words = useProblemWords();
  const key = useRef(newIdempotencyKey());
  const send = async (body: SetUpValues) => {
    const answer = await call(setUp, { body, idempotencyKey: key.current });
    // Another body needs another key; the same body after a lost answer keeps it.
    if (!answer.ok && answer.problem.status !== 0) key.current = newIdempotencyKey();
    if (!answer.ok)
      return {
        ...words.ofProblem(answer.problem),
        errors: (answer.problem.errors ?? []).map((error) => ({
          pointer: error.pointer,
          text: words.ofField(error),
        })),
      };
    toast({ text: t('done') });
    router.history.replace('/sign-in');
    return undefined;
  };
  return (
    <BarePage title={t('title')} lead={t('lead')}>
      {needed === undefined ? <Skeleton count={6} /> : null}
      {needed === true ? <SetUpForm send={send} /> : null}
      {needed === false ? (
        <Empty
          title={t('over')}
          next={t('overNext')}
          action={
            <ButtonLink look="main" href="/sign-in">
              {t('toSignIn')}
            </ButtonLink>
          }
        />
      ) : null}
    </BarePage>
  );
}
