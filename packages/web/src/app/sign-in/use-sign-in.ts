import type { signInOptions, signInWithPassword } from '@xiaoer/contract/sign-in';
import type { Problem } from '@xiaoer/contract/problem';
import { useState } from 'react';
import type { Answer, AnswerBody } from '../../lib/client/call.ts';

/** The zones a person may choose from. */
export type Tenants = AnswerBody<typeof signInOptions>['tenants'];

type SignedIn = Answer<AnswerBody<typeof signInWithPassword>>;

/** One attempt at a time; several zones for the same person come back as a choice. */
export function useSignIn(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [choice, setChoice] = useState<Tenants>([]);
  const attempt = async (ask: () => Promise<SignedIn>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await ask();
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.body.signedIn) onDone();
    else setChoice(answer.body.tenants);
  };
  return { isBusy, problem, choice, attempt, setProblem };
}
