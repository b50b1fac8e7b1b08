import { download } from '../lib/client/download.ts';
import type { AnyRoute, CallInput } from '../lib/client/call.ts';
import { useProblemWords } from '../lib/messages/problem-words.ts';
import { useTaking } from '../ui/use-taking.ts';

/** Saves a file from the server and says in words when it is refused. */
export function useDownload() {
  const words = useProblemWords();
  const { run, isBusy } = useTaking();
  const take = <const R extends AnyRoute>(
    route: R,
    input: Pick<CallInput<R>, 'params' | 'query'>,
  ): Promise<void> =>
    run(async () => {
      const answer = await download(route, input);
      return answer.ok ? undefined : words.ofProblem(answer.problem).title;
    });
  return { take, isBusy };
}
