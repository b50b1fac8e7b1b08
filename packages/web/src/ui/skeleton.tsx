import type { ReactElement } from 'react';
import './skeleton.css';
import { useWords } from './words.tsx';

const WIDTHS = [92, 74, 86, 61, 80] as const;

/** The shape of what is coming: lines of text, rows of a list, or a block. */
export function Skeleton({
  shape = 'lines',
  count = 3,
}: {
  readonly shape?: 'lines' | 'rows' | 'block';
  readonly count?: number;
}): ReactElement {
  const words = useWords();
  return (
    <div className={`ui-skeleton ui-skeleton-${shape}`} role="status" aria-label={words.loading}>
      {Array.from({ length: shape === 'block' ? 1 : count }, (_, line) => (
        <span
          key={line}
          style={shape === 'lines' ? { width: `${WIDTHS[line % WIDTHS.length] ?? 80}%` } : undefined}
        />
      ))}
    </div>
  );
}
