import type { ReactElement } from 'react';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { signInTexts } from '../../lib/messages/sign-in-texts.ts';
import { SelectField } from '../../ui/form/inputs.tsx';
import type { Bound } from '../../ui/form/inputs.tsx';
import type { Tenants } from './use-sign-in.ts';

/** Which zone; asked only when there are several. */
export function TenantField({
  tenants,
  hint,
  ...bound
}: Bound<string> & { readonly tenants: Tenants; readonly hint?: string }): ReactElement | null {
  const t = useTexts(signInTexts);
  const language = useLanguage();
  if (tenants.length < 2) return null;
  return (
    <SelectField
      {...bound}
      required
      label={t('tenant')}
      placeholder={t('chooseTenant')}
      {...(hint === undefined ? {} : { hint })}
      choices={tenants.map(({ code, name, nameEn }) => ({
        value: code,
        label: language === 'en' ? nameEn : name,
      }))}
    />
  );
}
