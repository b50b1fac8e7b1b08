import type { Recorded } from '@xiaoer/domain/kernel/decider';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Findings } from './findings.ts';

/** One aggregate as `verify` folds it; an entry of the registry is one. */
export type Refold = {
  readonly table: string;
  readonly key: string;
  readonly evolve: (state: unknown, event: Recorded<{ readonly type: string }>) => unknown;
  /** What stands beside the state in columns of its own. */
  readonly columns: (state: unknown) => Readonly<Record<string, unknown>>;
  /** Those of them that the log alone does not tell. */
  readonly unverified: readonly string[];
};

export type StreamCheck = {
  readonly tenantId: TenantId;
  readonly refolds: ReadonlyMap<string, Refold>;
  readonly findings: Findings;
  /** When the tenant's last batch was sealed. */
  readonly lastSealedAt: Instant | undefined;
  /** A command is dated when it begins and has committed so many milliseconds later, or its transaction was cut off. */
  readonly longestCommandMs: number;
};

/** A stream under way: its last place and its fold so far. */
export type Folded = {
  readonly id: string;
  aggregate: string | undefined;
  place: number;
  version: number;
  state: unknown;
  /** Why it could not be folded to the end. */
  failure: string | undefined;
};
