/**
 * The values of all, once all have ended: statements of one transaction that were sent together, of which none may still be
 * under way, or be followed by another, when the first failure rolls it back.
 */
export const settled = async <Value>(promises: readonly Promise<Value>[]): Promise<readonly Value[]> => {
  const ended = await Promise.allSettled(promises);
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
};
