import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { dayOf, instantOf } from './day.ts';

/** Today in China by the browser's clock; the server's own counts for every decision. */
export const useToday = (): LocalDate => dayOf(instantOf(Date.now()));
