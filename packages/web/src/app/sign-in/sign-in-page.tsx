import { signInOptions } from '@xiaoer/contract/sign-in';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import type { AnswerBody } from '../../lib/client/call.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { signInTexts } from '../../lib/messages/sign-in-texts.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { BarePage } from '../bare-page.tsx';
import { returnPath } from '../return-path.ts';
import { PasswordForm } from './password-form.tsx';
import { PhoneForm } from './phone-form.tsx';

type Options = AnswerBody<typeof signInOptions>;

/** The zones to choose from; without an answer one can still try to sign in. */
function useOptions(): Options | undefined {
  const router = useRouter();
  const [options, setOptions] = useState<Options>();
  useEffect(() => {
    const leaving = new AbortController();
    call(signInOptions, { signal: leaving.signal }).then(
      (answer) => {
        // No zone yet: the first thing to do is to set one up.
        if (answer.ok && answer.body.tenants.length === 0) return router.history.replace('/set-up');
        return setOptions(answer.ok ? answer.body : undefined);
      },
      () => undefined,
    );
    return () => leaving.abort();
  }, [router]);
  return options;
}

/** Signing in by password or by a code sent to the phone. */
export function SignInPage(): ReactElement {
  const t = useTexts(signInTexts);
  const [way, setWay] = useState('password');
  const options = useOptions();
  const { back } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const enter = (): void => router.history.replace(returnPath(back));
  const tenants = options?.tenants ?? [];
  return (
    <BarePage title={t('title')} lead={t('promise')}>
      <Tabs
        label={t('title')}
        tabs={[
          { key: 'password', label: t('withPassword') },
          { key: 'phone', label: t('withPhone') },
        ]}
        current={way}
        onChange={setWay}
      >
        {way === 'password' ? (
          <PasswordForm tenants={tenants} onDone={enter} />
        ) : (
          <PhoneForm onDone={enter} />
        )}
      </Tabs>
      {options?.sample === true ? <p className="ui-second bare-lead">{t('sample')}</p> : null}
    </BarePage>
  );
}
