/**
 * Calls that come while the work is under way, or in the rest after it, are answered together by doing it once more:
 * the first is answered at once, and a storm costs no more than one round after the other.
 */
export function gathered(work: () => Promise<unknown>, restMs: number): () => void {
  let isUnderWay = false;
  let isAsked = false;
  const rounds = async (): Promise<void> => {
    isUnderWay = true;
    while (isAsked) {
      isAsked = false;
      await work();
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    isUnderWay = false;
  };
  return () => {
    isAsked = true;
    if (!isUnderWay) void rounds();
  };
}
