import { ConfigProvider } from 'antd';
import english from 'antd/es/locale/en_US';
import chinese from 'antd/es/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { useSyncExternalStore } from 'react';
import type { ReactElement, ReactNode } from 'react';
import 'virtual:antd.css';
import { antdTheme } from '../tokens/antd-theme.ts';
import type { Theme } from '../tokens/tokens.ts';

const root = (): HTMLElement => document.documentElement;

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root(), { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  return () => observer.disconnect();
}

const readTheme = (): Theme => (root().dataset.theme === 'dark' ? 'dark' : 'light');
const readLanguage = (): string => root().lang;

/** Every antd control stands inside this: theme and language follow the page, styles are the extracted sheet. */
export function AntdProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const theme = useSyncExternalStore(watch, readTheme);
  const language = useSyncExternalStore(watch, readLanguage);
  return (
    <ConfigProvider
      locale={language === 'en' ? english : chinese}
      theme={{ ...antdTheme(theme), zeroRuntime: import.meta.env.PROD }}
      getPopupContainer={(trigger) => trigger?.parentElement ?? document.body}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
