import type { ReactElement } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { setUpTexts } from '../../lib/messages/set-up-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useSending } from '../../ui/form/use-sending.tsx';
import type { Refused } from '../../ui/form/use-sending.tsx';

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
  const { send: sending, isBusy, note } = useSending(form);
  const submit = async (): Promise<void> => {
    const { passwordAgain, ...values } = form.values;
    if (passwordAgain !== values.password) return form.refuseField('passwordAgain', t('passwordsDiffer'));
    await sending(send(values));
  };
  return (
    <Form label={t('title')} onSubmit={() => void submit()} wrong={form.wrong}>
      {note}
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
