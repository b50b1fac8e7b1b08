import { useState } from 'react';
import { download } from '../lib/client/download.ts';
import type { AnyRoute, CallInput } from '../lib/client/call.ts';
import { useProblemWords } from '../lib/messages/problem-words.ts';
import { useToast } from '../ui/toast.tsx';

/** Saves a file from the server and says in words when it is refused. */
export function useDownload() {
  const words = useProblemWords();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const take = async <const R extends AnyRoute>(
    route: R,
    input: Pick<CallInput<R>, 'params' | 'query'>,
  ): Promise<void> => {
    setBusy(true);
    const answer = await download(route, input);
    setBusy(false);
    if (!answer.ok) toast({ text: words.ofProblem(answer.problem).title, tone: 'wrong' });
  };
  return { take, isBusy };
}
