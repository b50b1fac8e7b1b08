import type { ReactElement } from 'react';
import { useTexts } from '../../lib/messages/language.tsx';
import { setUpTexts } from '../../lib/messages/set-up-texts.ts';
import { BarePage } from '../bare-page.tsx';
import { SetUpForm } from './set-up-form.tsx';

/** The first page of an empty installation: the first zone and its administrator. */
export function SetUpPage(): ReactElement {
  const t = useTexts(setUpTexts);
  return (
    <BarePage title={t('title')} lead={t('lead')}>
      <SetUpForm onSubmit={() => undefined} />
    </BarePage>
  );
}
