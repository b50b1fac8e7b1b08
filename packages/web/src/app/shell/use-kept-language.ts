import { chooseLanguage } from '@xiaoer/contract/sign-in';
import { useEffect } from 'react';
import { call } from '../../lib/client/call.ts';
import { queryClient } from '../../lib/client/query-client.ts';
import { readingMe, type Me } from '../../lib/session/use-me.ts';
import { chosenLanguage, prefer, usePreferences } from '../preferences.ts';

/**
 * A choice of language is kept with the person too: mail is written in it, and a browser in which nobody has chosen
 * speaks it.
 */
export function useKeptLanguage(me: Me | undefined): void {
  const { language } = usePreferences();
  useEffect(() => {
    if (me === undefined) return;
    const chosen = chosenLanguage();
    if (chosen === undefined) {
      if (me.language !== null) prefer({ language: me.language });
      return;
    }
    if (chosen === me.language) return;
    void call(chooseLanguage, { body: { language: chosen } }).then((answer) => {
      if (!answer.ok) return;
      queryClient.setQueryData(readingMe.queryKey, (known) =>
        known === undefined ? known : { ...known, body: { ...known.body, language: chosen } },
      );
    });
  }, [language, me]);
}
