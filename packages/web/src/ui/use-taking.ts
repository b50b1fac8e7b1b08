import { useState } from 'react';
import { useToast } from './toast.tsx';

/** Fetches a file; answers what to say when it was refused. */
export type Take = () => Promise<string | undefined>;

/** A file that is fetched while its button waits; a refusal is said in words. */
export function useTaking() {
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const run = async (take: Take): Promise<void> => {
    setBusy(true);
    const refusal = await take().finally(() => setBusy(false));
    if (refusal !== undefined) toast({ text: refusal, tone: 'wrong' });
  };
  return { run, isBusy };
}
