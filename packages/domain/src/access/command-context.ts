import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Actor } from './actor.ts';

/** What every decision may know: when it is, and who acts. Each aggregate adds its own facts. */
export type CommandContext = { readonly now: Instant; readonly today: LocalDate; readonly actor: Actor };
