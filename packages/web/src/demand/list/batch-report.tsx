import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { BatchState } from './use-batch.ts';

/** How far a batch is, and what was refused and why. */
export function BatchReport({
  state,
  onCancel,
}: {
  readonly state: BatchState;
  readonly onCancel: () => void;
}): ReactElement | null {
  const t = useTexts(demandListTexts);
  const words = useProblemWords();
  const { isRunning, done, all, refused } = state;
  if (all === 0) return null;
  return (
    <div className="ui-stack">
      <Progress
        label={isRunning ? t('working') : t('worked', { done: done - refused.length, all })}
        share={done / all}
        detail={`${done}/${all}`}
        {...(isRunning ? { cancel: { label: t('stop'), onPress: onCancel } } : {})}
      />
      {refused.length === 0 ? null : (
        <ul aria-label={t('refused')}>
          {refused.map(({ item, problem }) => (
            <li key={item.id}>
              <Anchor href={`/demands/${item.id}`}>{item.title}</Anchor>
              <p className="ui-second">{words.ofProblem(problem).title}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
