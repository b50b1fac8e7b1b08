import type { Refold } from '../seal/stream-check.ts';
import type { PublicKeys } from '../seal/seal-keys.ts';
import type { Recount, Verification } from '../seal/verify-database.ts';

/** How each aggregate is folded: the registry that the workers use. */
const REFOLDS: ReadonlyMap<string, Refold> = new Map();
/** What else is derived from the log. */
const RECOUNTS: readonly Recount[] = [];

/** All that `verify` and `restore` check. */
export const verificationOf = (publicKeys: PublicKeys, root?: string): Verification => ({
  refolds: REFOLDS,
  recounts: RECOUNTS,
  publicKeys,
  root,
});
