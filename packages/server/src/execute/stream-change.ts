import type { Recorded } from '@xiaoer/domain/kernel/decider';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Typed } from './store.ts';

/** A stream as it stands: its state and its version. */
export type Loaded = { readonly state: unknown; readonly version: number };

/** A stream before and after all steps of one transaction. */
export type StreamChange = {
  readonly before: Loaded | undefined;
  readonly after: Loaded;
  readonly events: readonly Recorded<Typed>[];
  readonly commandId: string;
  readonly now: Instant;
  /** The context of the last decision on the stream. */
  readonly context: unknown;
};
