import type { Configuration } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';

export type HeldConfiguration = {
  readonly configuration: ReadConfiguration;
  readonly letGo: () => void;
};

/** The set-up as it was read last: in one thread it changes only by the story's own steps, after which it is let go. */
export const heldConfiguration = (read: ReadConfiguration): HeldConfiguration => {
  let held: Configuration | undefined;
  const configuration: ReadConfiguration = Object.assign(
    async (db: Parameters<ReadConfiguration>[0]) => (held ??= await read(db)),
    { peek: read.peek },
  );
  return {
    configuration,
    letGo: () => {
      held = undefined;
    },
  };
};
