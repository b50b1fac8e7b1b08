import { cataloguePageTexts } from '../messages/catalogue-page-texts.ts';
import { useTexts } from '../messages/language.tsx';

/** The pages about what the zone has set, side by side. */
export function useRuleTabs() {
  const t = useTexts(cataloguePageTexts);
  return [
    { key: 'categories', label: t('categories'), href: '/catalogue' },
    { key: 'settings', label: t('settings'), href: '/settings' },
    { key: 'calendar', label: t('calendar'), href: '/calendar' },
  ] as const;
}
