import { demands } from '@xiaoer/contract/demand-views';
import { cancelImport, commitImport, importList, importState, startImport } from '@xiaoer/contract/imports';
import type { Problem } from '@xiaoer/contract/problem';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queryKeyOf, reading } from '../../lib/client/query.ts';
import { sendBytes } from '../../lib/client/upload-file.ts';
import { useChange } from '../../lib/client/use-change.ts';
import { useToast } from '../../ui/toast.tsx';
import { isUnderWay } from './report-words.ts';

const LOOK_MS = 400;

/** Which import the address names: a reload, or a link from the list of imports, shows it again. */
export function useImportAddress() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const named = search['import'];
  return {
    importId: typeof named === 'string' ? named : undefined,
    open: (importId: string): void => void navigate({ to: '.', search: { import: importId } as never }),
  };
}

/** Sends a chosen sheet; its check begins at once. */
export function useSending(onStarted: (importId: string) => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await sendBytes(startImport, {}, file);
    setBusy(false);
    if (answer.ok) onStarted(answer.body.importId);
    else setProblem(answer.problem);
  };
  return { send, isBusy, problem };
}

/** One import, looked at anew while it is under way. */
export function useImportState(importId: string) {
  const client = useQueryClient();
  const asked = useQuery({
    ...reading(importState, { params: { id: importId } }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.body.status) ? LOOK_MS : false),
  });
  const status = asked.data?.body.status;
  useEffect(() => {
    if (status === undefined) return;
    void client.invalidateQueries({ queryKey: queryKeyOf(importList) });
    if (status === 'committed') void client.invalidateQueries({ queryKey: queryKeyOf(demands) });
  }, [client, status]);
  return asked;
}

/** The two steps a person decides on; a refusal is told, and the import shown as it is by then. */
export function useImportSteps(importId: string) {
  const change = useChange();
  const toast = useToast();
  const step = (route: typeof commitImport | typeof cancelImport) => async (): Promise<void> => {
    const refused = await change(route, { params: { id: importId } })({});
    if (refused !== undefined) toast({ text: refused.title, tone: 'wrong' });
  };
  return { commit: step(commitImport), cancel: step(cancelImport) };
}
