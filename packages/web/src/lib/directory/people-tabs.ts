import { useTexts } from '../messages/language.tsx';
import { personTexts } from '../messages/person-texts.ts';

/** The pages about who and where, side by side. */
export function usePeopleTabs() {
  const t = useTexts(personTexts);
  return [
    { key: 'people', label: t('people'), href: '/people' },
    { key: 'units', label: t('units'), href: '/organisations' },
    { key: 'territories', label: t('territories'), href: '/territories' },
    { key: 'rosters', label: t('rosters'), href: '/duty-rosters' },
  ] as const;
}
