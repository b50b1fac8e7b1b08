import { chooseLanguage } from '@xiaoer/contract/sign-in';
import { useEffect } from 'react';
import { call } from '../../lib/client/call.ts';
import { queryClient } from '../../lib/client/query-client.ts';
import type { Language } from '../../lib/messages/catalogue.ts';
import { readingMe, type Me } from '../../lib/session/use-me.ts';
import { isLanguageChosenBy, speak, usePreferences } from '../preferences.ts';

const keep = async (language: Language): Promise<void> => {
  const answer = await call(chooseLanguage, { body: { language } });
  if (!answer.ok) return;
  queryClient.setQueryData(readingMe.queryKey, (known) =>
    known === undefined ? known : { ...known, body: { ...known.body, language } },
  );
};

/**
 * A choice of language is kept with the person too: mail is written in it, and any browser speaks it once they have
 * signed in, whatever somebody before them chose there.
 */
export function useKeptLanguage(me: Me | undefined): void {
  const { language } = usePreferences();
  useEffect(() => {
    if (me === undefined || me.language === language) return;
    if (isLanguageChosenBy(me.personId)) void keep(language);
    else if (me.language !== null) speak(me.language);
  }, [language, me]);
}
