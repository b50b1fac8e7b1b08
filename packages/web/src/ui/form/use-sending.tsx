import { useState } from 'react';
import { ErrorNote } from '../error-note.tsx';
import type { FormState } from './use-form.ts';

/** Why something was not done, in words; errors at fields carry their pointers. */
export type Refused = {
  readonly title: string;
  readonly reference?: string;
  /** Somebody else changed the record since the form was opened. */
  readonly isStale?: true;
  readonly errors: readonly { readonly pointer: string; readonly text: string }[];
};

/** Sends what a form holds. A refusal stands at the fields it is about, else in `note`; `send` says whether it was done. */
export function useSending<Values extends object>(form: FormState<Values>) {
  const [refused, setRefused] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const send = async (sent: Promise<Refused | undefined>): Promise<boolean> => {
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    setRefused(answer?.errors.length === 0 ? answer : undefined);
    form.refuse(answer?.errors ?? [], ({ text }) => text);
    return answer === undefined;
  };
  const note =
    refused === undefined ? null : (
      <ErrorNote title={refused.title} {...(refused.reference ? { reference: refused.reference } : {})} />
    );
  return { send, isBusy, note: refused?.isStale === true ? null : note, isStale: refused?.isStale === true };
}
