import type { DemandChange } from '@xiaoer/contract/demand-commands';
import type { Problem } from '@xiaoer/contract/problem';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { renewDemands, useSend } from '../forms/use-change.ts';
import type { DemandItem } from '../light-of.ts';

export type BatchState = {
  readonly isRunning: boolean;
  readonly done: number;
  readonly all: number;
  readonly refused: readonly { readonly item: DemandItem; readonly problem: Problem }[];
};

const IDLE: BatchState = { isRunning: false, done: 0, all: 0, refused: [] };

/** Sends one command for each of many demands, one after the other; what is refused is kept with its reason. */
export function useBatch() {
  const client = useQueryClient();
  const send = useSend();
  const [state, setState] = useState(IDLE);
  const isCancelled = useRef(false);
  const run = async (
    type: DemandChange,
    items: readonly DemandItem[],
    body: (item: DemandItem) => unknown,
  ): Promise<void> => {
    isCancelled.current = false;
    setState({ ...IDLE, isRunning: true, all: items.length });
    for (const item of items) {
      if (isCancelled.current) break;
      const answer = await send({ id: item.id, version: item.version, type, body: body(item) });
      setState((before) => ({
        ...before,
        done: before.done + 1,
        refused: answer.ok ? before.refused : [...before.refused, { item, problem: answer.problem }],
      }));
    }
    await renewDemands(client);
    setState((before) => ({ ...before, isRunning: false }));
  };
  return {
    state,
    run,
    cancel: () => {
      isCancelled.current = true;
    },
    reset: () => setState(IDLE),
  };
}
