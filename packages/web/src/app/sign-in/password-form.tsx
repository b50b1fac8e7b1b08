import { signInWithPassword } from '@xiaoer/contract/sign-in';
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
import type { Tenants } from './use-sign-in.ts';
import { TenantField } from './tenant-field.tsx';
import { useSignIn } from './use-sign-in.ts';

const EMPTY = { tenant: '', account: '', password: '' };

export function PasswordForm({
  tenants,
  onDone,
}: {
  readonly tenants: Tenants;
  readonly onDone: () => void;
}): ReactElement {
  const t = useTexts(signInTexts);
  const words = useProblemWords();
  const form = useForm(EMPTY);
  const { isBusy, problem, choice, attempt } = useSignIn(onDone);
  const submit = (): void => {
    const { tenant, account, password } = form.values;
    if (account.trim() === '') return form.refuseField('account', t('needed'));
    if (password === '') return form.refuseField('password', t('needed'));
    const zone = tenant === '' ? {} : { tenant };
    void attempt(() => call(signInWithPassword, { body: { ...zone, account, password } }));
  };
  const offered = choice.length > 0 ? choice : tenants;
  return (
    <Form label={t('withPassword')} onSubmit={submit}>
      {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
      <TenantField tenants={offered} {...form.bind('tenant')} />
      <TextField
        {...form.bind('account')}
        label={t('account')}
        required
        autoComplete="username"
        longest={100}
      />
      <TextField
        {...form.bind('password')}
        label={t('password')}
        required
        kind="password"
        autoComplete="current-password"
        longest={200}
      />
      <Button type="submit" look="main" wide busy={isBusy}>
        {t('submit')}
      </Button>
    </Form>
  );
}
