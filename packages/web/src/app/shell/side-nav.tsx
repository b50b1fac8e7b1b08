import type { ReactElement } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { NavigationEntry } from './navigation.ts';

type NavProps = {
  readonly entries: readonly NavigationEntry[];
  readonly current: NavigationEntry | undefined;
};

const Entry = ({
  entry,
  current,
}: {
  readonly entry: NavigationEntry;
  readonly current: NavigationEntry | undefined;
}) => {
  const t = useTexts(shellTexts);
  return (
    <Anchor href={entry.href} aria-current={entry.key === current?.key ? 'page' : undefined}>
      <Icon name={entry.icon} />
      <span>{t(entry.key)}</span>
    </Anchor>
  );
};

/** The left navigation of desktops. */
export function SideNav({ entries, current }: NavProps): ReactElement {
  const t = useTexts(shellTexts);
  return (
    <nav className="shell-side" aria-label={t('mainNavigation')}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} current={current} />
      ))}
    </nav>
  );
}

/** The bar under the thumb on phones. */
export function BottomBar({ entries, current }: NavProps): ReactElement {
  const t = useTexts(shellTexts);
  return (
    <nav className="shell-bottom" aria-label={t('quickNavigation')}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} current={current} />
      ))}
    </nav>
  );
}
