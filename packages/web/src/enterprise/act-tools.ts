import { useChange } from '../lib/client/use-change.ts';
import { useToday } from '../lib/format/use-today.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import type { EnterpriseRecord } from './words.ts';

/** What every act on this enterprise needs. */
export function useTools(record: EnterpriseRecord) {
  const change = useChange();
  return {
    t: useTexts(enterpriseTexts),
    words: useZoneWords(),
    today: useToday(),
    change,
    on: { params: { id: record.id }, ifMatch: record.version },
  };
}
export type Tools = ReturnType<typeof useTools>;

/** A number as a field begins with it. */
export const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
