/** Lets at most `most` pieces of work run at a time; the others wait their turn. */
export const atMostTogether = (most: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = async (): Promise<void> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
