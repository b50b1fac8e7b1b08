import type { ReactElement } from 'react';
import { useTexts } from '../lib/messages/language.tsx';
import { packageTexts } from '../lib/messages/package-texts.ts';
import { Progress } from '../ui/progress.tsx';
import type { PackageRow } from './package-acts.ts';
import './parts-bar.css';

/** How many of a package's demands are closed, in words and as a bar. */
export function PartsBar({
  row: { parts, closedParts },
}: {
  readonly row: Pick<PackageRow, 'parts' | 'closedParts'>;
}): ReactElement {
  const t = useTexts(packageTexts);
  if (parts === 0) return <span className="ui-second">{t('noParts')}</span>;
  return (
    <div className="package-parts">
      <Progress label={t('done', { closed: closedParts, parts })} share={closedParts / parts} />
    </div>
  );
}
