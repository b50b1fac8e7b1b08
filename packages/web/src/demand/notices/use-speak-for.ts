import { chooseEnterprise } from '@xiaoer/contract/sign-in';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import { call } from '../../lib/client/call.ts';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { dropDrafts } from '../../ui/form/draft.ts';
import { useToast } from '../../ui/toast.tsx';

/** Goes on for another of one's enterprises, at the address. */
export function useSpeakFor(): (enterpriseId: EnterpriseId, href: string) => Promise<void> {
  const words = useProblemWords();
  const toast = useToast();
  return async (enterpriseId, href) => {
    const answer = await call(chooseEnterprise, { body: { enterpriseId } });
    if (!answer.ok) return toast({ text: words.ofProblem(answer.problem).title, tone: 'wrong' });
    // What was begun or read for one enterprise is nothing to another.
    dropDrafts();
    location.assign(href);
  };
}
