import type { ReactElement } from 'react';
import { ProblemError } from '../lib/client/problem-error.ts';
import { useProblemWords } from '../lib/messages/problem-words.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page.tsx';

/** What could not be loaded, in words; a bug goes on to the page's own failure. */
export function Problem({ error }: { readonly error: Error }): ReactElement {
  const words = useProblemWords();
  if (!(error instanceof ProblemError)) throw error;
  return <ErrorNote {...words.ofProblem(error.problem)} />;
}

/** A record that could not be opened: the refusal is the page, with a way back. */
export function NotThere({
  error,
  back,
}: {
  readonly error: Error;
  readonly back: { readonly href: string; readonly label: string };
}): ReactElement {
  const words = useProblemWords();
  if (!(error instanceof ProblemError)) throw error;
  const { title, reference } = words.ofProblem(error.problem);
  return <PageHeader back={back} title={title} lead={reference} />;
}
