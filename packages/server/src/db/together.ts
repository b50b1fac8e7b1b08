type Asked<Key, Answer> = {
  readonly key: Key;
  readonly give: (answer: Answer | undefined) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Looks things up together: whatever is asked for while a look-up is under way goes into the next one, each key once.
 * A look-up never begins before it was asked for, so nobody reads anything older than when they asked.
 */
export const together = <Key, Answer>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): ((key: Key) => Promise<Answer | undefined>) => {
  let waiting: Asked<Key, Answer>[] = [];
  let underWay = false;
  const run = async (): Promise<void> => {
    underWay = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      try {
        const found = await lookUp([...new Set(asked.map(({ key }) => key))]);
        for (const { key, give } of asked) give(found.get(key));
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    underWay = false;
  };
  return (key) =>
    new Promise((give, fail) => {
      waiting.push({ key, give, fail });
      if (!underWay) void run();
    });
};
