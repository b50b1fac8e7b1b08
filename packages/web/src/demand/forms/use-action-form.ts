import type { DemandChange } from '@xiaoer/contract/demand-commands';
import type { Problem } from '@xiaoer/contract/problem';
import { useState } from 'react';
import type { Answer } from '../../lib/client/call.ts';
import { uploadAll } from '../../lib/client/upload-file.ts';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { useForm } from '../../ui/form/use-form.ts';
import type { Asked, Fields, FieldValue, Values } from './field.ts';
import { FORMS } from './forms.ts';
import { placeProblem } from './place-problem.ts';
import { emptyValue, sentValues, wrongFields } from './sent.ts';
import type { StoredFiles } from './sent.ts';
import { useChange } from './use-change.ts';

const initialValues = (fields: Fields, asked: Asked): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      ('initial' in field ? field.initial?.(asked) : undefined) ?? emptyValue(field.kind),
    ]),
  );

/** Stores the files of every field; gives their ids by field. */
export async function storeFiles(fields: Fields, values: Values): Promise<Answer<StoredFiles>> {
  const stored: Record<string, readonly string[]> = {};
  for (const [name, { kind }] of Object.entries(fields)) {
    if (kind !== 'files') continue;
    const answer = await uploadAll(values[name] as readonly File[]);
    if (!answer.ok) return answer;
    stored[name] = answer.body;
  }
  return { ok: true, body: stored };
}

/** The form of one command: values, what was refused, and sending it. */
export function useActionForm(type: DemandChange, asked: Asked) {
  const { fields, body } = FORMS[type];
  const keptAs = [asked.personId, asked.detail.item.id, type, asked.workKey ?? ''].join('/');
  const form = useForm<Record<string, FieldValue>>(initialValues(fields, asked), keptAs);
  const words = useProblemWords();
  const change = useChange();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const deliver = async (version: number): Promise<boolean> => {
    const stored = await storeFiles(fields, form.values);
    const answer = stored.ok
      ? await change({
          id: asked.detail.item.id,
          version,
          type,
          body: body(sentValues(fields, form.values, stored.body)),
        })
      : stored;
    if (answer.ok) {
      form.sent();
      return true;
    }
    setProblem(placeProblem(answer.problem, form, words));
    return false;
  };
  const send = async (version: number): Promise<boolean> => {
    setProblem(undefined);
    const wrong = wrongFields(fields, form.values);
    if (wrong.length > 0) {
      form.refuse(wrong, words.ofField);
      return false;
    }
    setBusy(true);
    try {
      return await deliver(version);
    } finally {
      setBusy(false);
    }
  };
  return { fields, form, problem, isBusy, send };
}
