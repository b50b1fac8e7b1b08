import type { ReactElement } from 'react';
import { Button } from '../button.tsx';
import { useTaking } from '../use-taking.ts';
import type { Take } from '../use-taking.ts';
import { useWords } from '../words.tsx';

/** Takes the list away as a file, as it is filtered and sorted. */
export function ExportButton({ take }: { readonly take: Take }): ReactElement {
  const words = useWords();
  const { run, isBusy } = useTaking();
  return (
    <Button look="quiet" icon="download" busy={isBusy} onClick={() => void run(take)}>
      {words.export}
    </Button>
  );
}
