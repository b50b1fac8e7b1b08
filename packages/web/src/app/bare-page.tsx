import type { ReactElement, ReactNode } from 'react';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { shellTexts } from '../lib/messages/shell-texts.ts';
import { Button } from '../ui/button.tsx';
import './bare-page.css';
import { prefer, usePreferences } from './preferences.ts';

/** The frame of pages before the sign-in: one card in the middle, language and light or dark above. */
export function BarePage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}): ReactElement {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const { theme } = usePreferences();
  const isDark = theme === 'dark';
  const themeWords = t(isDark ? 'toLight' : 'toDark');
  return (
    <div className="bare">
      <header>
        <b>{t('product')}</b>
        <Button
          look="quiet"
          aria-label={t('language')}
          onClick={() => prefer({ language: language === 'en' ? 'zh-CN' : 'en' })}
        >
          {language === 'en' ? '中文' : 'English'}
        </Button>
        <Button
          look="quiet"
          icon={isDark ? 'sun' : 'moon'}
          aria-label={themeWords}
          title={themeWords}
          onClick={() => prefer({ theme: isDark ? 'light' : 'dark' })}
        />
      </header>
      <main>
        <h1>{title}</h1>
        <p className="bare-lead">{lead}</p>
        {children}
      </main>
    </div>
  );
}
