import type { ReactElement } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { setUpTexts } from '../../lib/messages/set-up-texts.ts';
import { Button } from '../../ui/button.tsx';
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
export function SetUpForm({ onSubmit }: { readonly onSubmit: (values: SetUpValues) => void }): ReactElement {
  const t = useTexts(setUpTexts);
  const form = useForm(EMPTY);
  const submit = (): void => {
    const { passwordAgain, ...values } = form.values;
    if (passwordAgain !== values.password) return form.refuseField('passwordAgain', t('passwordsDiffer'));
    onSubmit(values);
  };
  return (
    <Form label={t('title')} onSubmit={submit} wrong={form.wrong}>
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
      <Button type="submit" look="main" wide>
        {t('submit')}
      </Button>
    </Form>
  );
}
