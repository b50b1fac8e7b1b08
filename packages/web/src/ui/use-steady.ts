import { useCallback, useEffect, useRef } from 'react';

/** A handler that stays the same one while what it does follows the latest drawing: who is given it need not redraw. */
export function useSteady<Given extends readonly unknown[]>(
  act: (...given: Given) => void,
): (...given: Given) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
