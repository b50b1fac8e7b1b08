import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { setUpTexts } from '../../lib/messages/set-up-texts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { Refused } from '../../ui/form/act.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';

const EMPTY = {
  zoneName: '',
  zoneNameEn: '',
  zoneCode: '',
  name: '',
  account: '',
  password: '',
  passwordAgain: '',
};
export type SetUpValues = Omit<typeof EMPTY, 'passwordAgain'>;

/** Asks for the first zone and its administrator. */
export function SetUpForm({
  send,
}: {
  readonly send: (values: SetUpValues) => Promise<Refused | undefined>;
}): ReactElement {
  const t = useTexts(setUpTexts);
  const form = useForm(EMPTY);
  const [refused, setRefused] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    const { passwordAgain, ...values } = form.values;
    if (passwordAgain !== values.password) return form.refuseField('passwordAgain', t('passwordsDiffer'));
    setBusy(true);
    const answer = await send(values);
    setBusy(false);
    setRefused(answer?.errors.length === 0 ? answer : undefined);
    form.refuse(answer?.errors ?? [], ({ text }) => text);
  };
  return (
    <Form label={t('title')} onSubmit={() => void submit()} wrong={form.wrong}>
      {refused === undefined ? null : (
        <ErrorNote title={refused.title} {...(refused.reference ? { reference: refused.reference } : {})} />
      )}
      <h2>{t('zone')}</h2>
      <TextField {...form.bind('zoneName')} label={t('zoneName')} required longest={200} />
      <TextField {...form.bind('zoneNameEn')} label={t('zoneNameEn')} longest={200} />
      <TextField
        {...form.bind('zoneCode')}
        label={t('zoneCode')}
        hint={t('zoneCodeHint')}
        required
        longest={40}
      />
      <h2>{t('administrator')}</h2>
      <TextField {...form.bind('name')} label={t('name')} required longest={100} />
      <TextField
        {...form.bind('account')}
        label={t('account')}
        required
        longest={100}
        autoComplete="username"
      />
      <TextField
        {...form.bind('password')}
        label={t('password')}
        hint={t('passwordHint')}
        required
        kind="password"
        autoComplete="new-password"
        longest={200}
      />
      <TextField
        {...form.bind('passwordAgain')}
        label={t('passwordAgain')}
        required
        kind="password"
        autoComplete="new-password"
        longest={200}
      />
      <Button type="submit" look="main" wide busy={isBusy}>
        {t('submit')}
      </Button>
    </Form>
  );
}
