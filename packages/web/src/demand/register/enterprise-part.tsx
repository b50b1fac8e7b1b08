import type { ReactElement } from 'react';
import type { Option } from '../../ui/form/combobox-matches.ts';
import type { FormState } from '../../ui/form/use-form.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { EnterprisePicker } from './enterprise-picker.tsx';
import { RECENT_KEY, withRecent } from './recent-enterprises.ts';
import type { RegistrationValues } from './registration.ts';

/** Whose demand it is: the last ones in one press; one may come with the address. */
export function EnterprisePart<More extends object>({
  form,
  given,
}: {
  readonly form: FormState<RegistrationValues & More>;
  readonly given?: Option;
}): ReactElement {
  const plain = form as unknown as FormState<RegistrationValues>;
  const [recent, remember] = useRemembered<readonly Option[]>(RECENT_KEY, []);
  return (
    <EnterprisePicker
      bound={plain.bind('enterpriseId')}
      recent={given === undefined ? recent : withRecent(recent, given)}
      onChoose={(option) => {
        remember(withRecent(recent, option));
        plain.set({ enterpriseId: option.value, 'particulars.siteId': '', 'particulars.contactId': '' });
      }}
    />
  );
}

/** The enterprise to begin with: the one of the address, else the one registered for last. */
export function useFirstEnterprise(given = ''): string {
  const [recent] = useRemembered<readonly Option[]>(RECENT_KEY, []);
  return given === '' ? (recent[0]?.value ?? '') : given;
}
