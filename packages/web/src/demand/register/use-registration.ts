import { enterprise } from '@xiaoer/contract/enterprise';
import type { Problem } from '@xiaoer/contract/problem';
import type { Channel } from '@xiaoer/domain/demand/vocabulary';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../lib/client/call.ts';
import type { Answer } from '../../lib/client/call.ts';
import { reading } from '../../lib/client/query.ts';
import { uploadAll } from '../../lib/client/upload-file.ts';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { useMe } from '../../lib/session/use-me.ts';
import { useForm } from '../../ui/form/use-form.ts';
import { placeProblem } from '../forms/place-problem.ts';
import type { FieldError } from '../forms/sent.ts';
import { renewDemands } from '../forms/use-change.ts';
import { emptyRegistration, missingIn, registrationBody } from './registration.ts';
import type { RegistrationBody, RegistrationValues } from './registration.ts';

type Written = { readonly id: string; readonly version: number };

/** Sites and contacts of the enterprise that was chosen. */
export function useEnterprise(id: string) {
  const found = useQuery({ ...reading(enterprise, { params: { id } }), enabled: id !== '' });
  return id === '' ? undefined : found.data?.body;
}

type Sending = {
  readonly territoryId: string;
  readonly photoText: string;
  readonly visitId?: string;
  readonly officerIds?: readonly string[];
  /** What else must be filled in on this page. */
  readonly missing?: readonly FieldError[];
  readonly send: (body: RegistrationBody, key: string) => Promise<Answer<Written>>;
};

/** A registration as it is typed, and sending it: photos first, then the demand. */
export function useRegistration<More extends object>(
  channel: Channel,
  more: More,
  /** The page, and what its address gave: what was typed there is there again. */
  place: string,
) {
  const keptAs = `${useMe()?.personId ?? ''}/${place}`;
  const form = useForm<RegistrationValues & More>({ ...emptyRegistration(channel), ...more }, keptAs);
  const words = useProblemWords();
  const client = useQueryClient();
  // One form, one demand: also when the answer to the first sending was lost and words were changed since.
  const [key] = useState(newIdempotencyKey);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const deliver = async ({ send, ...place }: Sending): Promise<string | undefined> => {
    const stored = await uploadAll(form.values.files);
    const known = { ...place, fileIds: stored.ok ? stored.body : [] };
    const body = registrationBody(form.values, known);
    const answer = stored.ok ? await send(body, key) : stored;
    if (answer.ok) {
      form.sent();
      await renewDemands(client);
      return answer.body.id;
    }
    setProblem(placeProblem(answer.problem, form, words));
    return undefined;
  };
  /** The new demand's id once it is registered. */
  const submit = async (sending: Sending): Promise<string | undefined> => {
    setProblem(undefined);
    const missing = [...missingIn(form.values), ...(sending.missing ?? [])];
    if (missing.length > 0) {
      form.refuse(missing, words.ofField);
      return undefined;
    }
    setBusy(true);
    try {
      return await deliver(sending);
    } finally {
      setBusy(false);
    }
  };
  return { form, problem, isBusy, submit };
}
