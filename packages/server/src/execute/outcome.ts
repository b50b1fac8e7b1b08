import type { Refused, Written } from './run-steps.ts';

/** How a list of commands ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly written: readonly Written[]; readonly replayed: boolean }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'busy' }
  | Refused;
