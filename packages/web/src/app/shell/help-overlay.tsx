import type { ReactElement } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import { Drawer } from '../../ui/drawer.tsx';
import type { NavigationEntry } from './navigation.ts';

const Key = ({ name }: { readonly name: string }): ReactElement => <kbd>{name}</kbd>;

/** What the keyboard can do. */
export function HelpOverlay({
  entries,
  isOpen,
  onClose,
}: {
  readonly entries: readonly NavigationEntry[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const t = useTexts(shellTexts);
  return (
    <Drawer title={t('keysTitle')} isOpen={isOpen} onClose={onClose} place="middle">
      <dl className="shell-keys">
        <dt>
          <Key name="/" />
        </dt>
        <dd>{t('keySearch')}</dd>
        <dt>
          <Key name="j" /> <Key name="k" />
        </dt>
        <dd>{t('keyMove')}</dd>
        <dt>
          <Key name="Enter" />
        </dt>
        <dd>{t('keyOpen')}</dd>
        <dt>
          <Key name="x" />
        </dt>
        <dd>{t('keySelect')}</dd>
        {entries.map((entry) => [
          <dt key={`${entry.key}-keys`}>
            <Key name="g" /> {t('keyThen')} <Key name={entry.letter} />
          </dt>,
          <dd key={entry.key}>{t('keyGo', { page: t(entry.key) })}</dd>,
        ])}
        <dt>
          <Key name="?" />
        </dt>
        <dd>{t('keyHelp')}</dd>
      </dl>
    </Drawer>
  );
}
