import type { FormEvent, ReactElement, ReactNode, RefObject } from 'react';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { shellTexts } from '../../lib/messages/shell-texts.ts';
import type { Me } from '../../lib/session/use-me.ts';
import { Anchor, useNavigateTo } from '../../ui/anchor.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SearchBox } from '../../ui/form/bar-inputs.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { prefer, usePreferences } from '../preferences.ts';
import { EnterpriseSwitch } from './enterprise-switch.tsx';

type TopBarProps = {
  readonly me: Me;
  readonly home: string;
  readonly unread: number;
  /** The live bell; without one, a link to the page of notices. */
  readonly bell?: ReactNode;
  /** None: this person has nothing to look for. */
  readonly searchBox: RefObject<HTMLInputElement | null> | undefined;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
  /** What the phone's bottom bar has no place for. */
  readonly further: readonly { readonly key: string; readonly label: string; readonly href: string }[];
};

function Search({ searchBox }: { readonly searchBox: RefObject<HTMLInputElement | null> }): ReactElement {
  const t = useTexts(shellTexts);
  const go = useNavigateTo();
  const hasKeys = matchMedia('(hover: hover) and (pointer: fine) and (min-width: 641px)').matches;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = searchBox.current?.value.trim() ?? '';
    if (words !== '') go(`/search?q=${encodeURIComponent(words)}`);
  };
  return (
    <form role="search" className="shell-search" onSubmit={submit}>
      <SearchBox box={searchBox} label={t('search')} placeholder={t(hasKeys ? 'searchHint' : 'searchFor')} />
    </form>
  );
}

function Bell({ unread }: Pick<TopBarProps, 'unread'>): ReactElement {
  const t = useTexts(shellTexts);
  const label = unread === 0 ? t('notices') : t('noticesUnread', { count: unread });
  return (
    <Anchor
      href="/notices"
      className="ui-button ui-button-quiet ui-button-sign shell-bell"
      aria-label={label}
      title={label}
    >
      <Icon name="bell" />
      {unread === 0 ? null : <span aria-hidden>{unread > 99 ? '99+' : unread}</span>}
    </Anchor>
  );
}

/** Language and light or dark; in the bar on desktops, in the account's menu on phones. */
function usePreferenceItems(): readonly MenuItem[] {
  const t = useTexts(shellTexts);
  const { language, theme } = usePreferences();
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  return [
    {
      key: 'language',
      label: t('language'),
      onPress: () => prefer({ language: language === 'en' ? 'zh-CN' : 'en' }),
    },
    {
      key: 'theme',
      icon: theme === 'dark' ? 'sun' : 'moon',
      label: t(theme === 'dark' ? 'toLight' : 'toDark'),
      onPress: () => prefer({ theme: otherTheme }),
    },
  ];
}

function AccountMenu({
  me,
  onHelp,
  onSignOut,
  further,
}: Omit<TopBarProps, 'searchBox' | 'unread' | 'home' | 'bell'>): ReactElement {
  const t = useTexts(shellTexts);
  const go = useNavigateTo();
  const preferences = usePreferenceItems();
  return (
    <Menu
      label={t('account')}
      look="quiet"
      icon="user"
      items={[
        ...further.map(({ key, label, href }) => ({ key, label, onPress: () => go(href) })),
        { key: 'sessions', label: t('sessions'), icon: 'phone', onPress: () => go('/sessions') },
        { key: 'help', label: t('help'), icon: 'help', onPress: onHelp },
        ...preferences,
        { key: 'sign-out', label: t('signOut'), icon: 'exit', onPress: onSignOut },
      ]}
    >
      <span className="shell-name">{me.name}</span>
    </Menu>
  );
}

/** The top of every page: whose zone, search, notices, preferences, account. */
export function TopBar(props: TopBarProps): ReactElement {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const [languageItem, themeItem] = usePreferenceItems();
  const { me } = props;
  return (
    <header className="shell-top">
      <Anchor href={props.home} className="shell-brand">
        <b>{t('product')}</b>
        <span>{language === 'en' ? me.tenant.nameEn : me.tenant.name}</span>
      </Anchor>
      {me.enterprises.length === 0 ? null : <EnterpriseSwitch me={me} home={props.home} />}
      {props.searchBox === undefined ? null : <Search searchBox={props.searchBox} />}
      <div className="shell-tools">
        {props.bell ?? <Bell unread={props.unread} />}
        <span className="shell-wide">
          <Button
            look="quiet"
            onClick={languageItem?.onPress}
            aria-label={languageItem?.label}
            title={languageItem?.label}
          >
            {language === 'en' ? '中' : 'EN'}
          </Button>
          <Button
            look="quiet"
            {...(themeItem?.icon ? { icon: themeItem.icon } : {})}
            onClick={themeItem?.onPress}
            aria-label={themeItem?.label}
            title={themeItem?.label}
          />
        </span>
        <AccountMenu {...props} />
      </div>
    </header>
  );
}
