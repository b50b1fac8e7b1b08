import type { ReactElement } from 'react';
import { ProblemError } from '../lib/client/problem-error.ts';
import { useProblemWords } from '../lib/messages/problem-words.ts';
import { ErrorNote } from '../ui/error-note.tsx';

/** What could not be loaded, in words; a bug goes on to the page's own failure. */
export function Problem({ error }: { readonly error: Error }): ReactElement {
  const words = useProblemWords();
  if (!(error instanceof ProblemError)) throw error;
  return <ErrorNote {...words.ofProblem(error.problem)} />;
}
