import { lazy, Suspense, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import { rolesOf } from '../../lib/session/use-me.ts';
import type { Me } from '../../lib/session/use-me.ts';
import { useNavigateTo } from '../../ui/anchor.tsx';
import { currentEntry, entriesFor, phoneEntries } from './navigation.ts';
import type { NavigationEntry } from './navigation.ts';
import './shell.css';
import { BottomBar, SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** Comes when it is asked for the first time. */
const HelpOverlay = lazy(async () => {
  const { HelpOverlay: Overlay } = await import('./help-overlay.tsx');
  return { default: Overlay };
});

/** The frame around every page: navigation by role, top bar, bottom bar on phones, keyboard. */
export function Frame({
  me,
  path,
  navigation,
  unread,
  bell,
  onSignOut,
  children,
}: {
  readonly me: Me;
  readonly path: string;
  readonly navigation: readonly NavigationEntry[];
  readonly unread: number;
  readonly bell?: ReactNode;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const t = useTexts(shellTexts);
  const go = useNavigateTo();
  const searchBox = useRef<HTMLInputElement>(null);
  const [isHelping, setHelping] = useState<boolean>();
  const entries = entriesFor(navigation, rolesOf(me));
  const thumb = phoneEntries(entries);
  const current = currentEntry(entries, path);
  useShortcuts({
    search: () => searchBox.current?.focus(),
    help: () => setHelping(true),
    go: (letter) => {
      const entry = entries.find((each) => each.letter === letter);
      if (entry !== undefined) go(entry.href);
    },
  });
  const further = entries.filter((entry) => !thumb.includes(entry));
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {t('skip')}
      </a>
      <TopBar
        me={me}
        home={entries[0]?.href ?? '/'}
        unread={unread}
        bell={bell}
        searchBox={entries.some(({ key }) => key === 'demands') ? searchBox : undefined}
        onHelp={() => setHelping(true)}
        onSignOut={onSignOut}
        further={further.map(({ key, href }) => ({ key, href, label: t(key) }))}
      />
      <SideNav entries={entries} current={current} />
      <main id="content" className="shell-main" tabIndex={-1}>
        {me.tenant.sample ? <p className="shell-sample">{t('sampleZone')}</p> : null}
        {children}
      </main>
      <BottomBar entries={thumb} current={current} />
      {isHelping === undefined ? null : (
        <Suspense fallback={null}>
          <HelpOverlay entries={entries} isOpen={isHelping} onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </div>
  );
}
