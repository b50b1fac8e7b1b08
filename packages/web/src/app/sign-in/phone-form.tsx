import { askForPhoneCode, signInWithPhoneCode } from '@xiaoer/contract/sign-in';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { signInTexts } from '../../lib/messages/sign-in-texts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useToast } from '../../ui/toast.tsx';
import { TenantField } from './tenant-field.tsx';
import { useSignIn } from './use-sign-in.ts';

const EMPTY = { phone: '', code: '', tenant: '' };
const AGAIN_SECONDS = 60;
const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

function useCountdown() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds === 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return { seconds, start: () => setSeconds(AGAIN_SECONDS) };
}

export function PhoneForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const t = useTexts(signInTexts);
  const words = useProblemWords();
  const toast = useToast();
  const form = useForm(EMPTY);
  const wait = useCountdown();
  const { isBusy, problem, choice, attempt, setProblem } = useSignIn(onDone);
  const ask = async (): Promise<void> => {
    if (!isPhone(form.values.phone)) return form.refuseField('phone', t('phoneWrong'));
    const answer = await call(askForPhoneCode, { body: { phone: form.values.phone } });
    if (!answer.ok) return setProblem(answer.problem);
    wait.start();
    toast({ text: t('codeSent') });
  };
  const submit = (): void => {
    const { phone, code, tenant } = form.values;
    if (!isPhone(phone)) return form.refuseField('phone', t('phoneWrong'));
    if (!/^\d{6}$/.test(code)) return form.refuseField('code', t('codeWrong'));
    void attempt(() =>
      call(signInWithPhoneCode, { body: { phone, code, ...(tenant === '' ? {} : { tenant }) } }),
    );
  };
  return (
    <Form label={t('withPhone')} onSubmit={submit}>
      {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
      <TextField
        {...form.bind('phone')}
        label={t('phone')}
        required
        kind="tel"
        inputMode="tel"
        autoComplete="tel-national"
        longest={11}
      />
      <Button wide disabled={wait.seconds > 0} onClick={() => void ask()}>
        {wait.seconds > 0 ? t('askAgain', { seconds: wait.seconds }) : t('askCode')}
      </Button>
      <TextField
        {...form.bind('code')}
        label={t('code')}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        longest={6}
      />
      <TenantField tenants={choice} hint={t('chooseTenantHint')} {...form.bind('tenant')} />
      <Button type="submit" look="main" wide busy={isBusy}>
        {t('submit')}
      </Button>
    </Form>
  );
}
