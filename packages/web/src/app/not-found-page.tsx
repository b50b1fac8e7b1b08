import type { ReactElement } from 'react';
import { useTexts } from '../lib/messages/language.tsx';
import { shellTexts } from '../lib/messages/shell-texts.ts';
import { ButtonLink } from '../ui/button.tsx';
import { BarePage } from './bare-page.tsx';

export function NotFoundPage(): ReactElement {
  const t = useTexts(shellTexts);
  return (
    <BarePage title={t('notFound')} lead={t('notFoundNext')}>
      <ButtonLink href="/" look="main">
        {t('toDesk')}
      </ButtonLink>
    </BarePage>
  );
}
