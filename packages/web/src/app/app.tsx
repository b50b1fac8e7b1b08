import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { LanguageProvider } from '../lib/messages/language.tsx';
import { NavigateProvider } from '../ui/anchor.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { UiWordsProvider } from '../ui/words.tsx';
import { usePreferences } from './preferences.ts';
import type { AppRouter } from './router.ts';
import { uiWordsOf } from './ui-words-of.ts';

/** Everything a page may rely on: language, words, navigation, toasts; data comes with the shell. */
export function App({ router }: { readonly router: AppRouter }): ReactElement {
  const { language } = usePreferences();
  const words = useMemo(() => uiWordsOf(language), [language]);
  return (
    <LanguageProvider value={language}>
      <UiWordsProvider value={words}>
        <NavigateProvider value={router.history.push}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </NavigateProvider>
      </UiWordsProvider>
    </LanguageProvider>
  );
}
