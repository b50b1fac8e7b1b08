import type { ClientConfig } from 'pg';

/** A database that can be connected to, and how to let go of it. */
export type OpenDatabase = {
  /** Owns the schema: migrations, backup. */
  readonly ownerConfig: ClientConfig;
  /** Row-level security binds it: everything else. */
  readonly appConfig: ClientConfig;
  readonly stop: () => Promise<unknown>;
};
