import { answerOutside, outsideLetter, uploadOutsideFile } from '@xiaoer/contract/outside';
import type { Problem } from '@xiaoer/contract/problem';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import type { Answer, AnswerBody } from '../../lib/client/call.ts';
import { uploadTo } from '../../lib/client/upload-file.ts';
import { demandOutsideTexts } from '../../lib/messages/demand-outside-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextAreaField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Facts } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { placeProblem } from '../forms/place-problem.ts';
import '../page/demand-page.css';

type Letter = AnswerBody<typeof outsideLetter>;

function LetterFacts({ letter }: { readonly letter: Letter }): ReactElement {
  const t = useTexts(demandOutsideTexts);
  return (
    <>
      <h2>{letter.title}</h2>
      <Facts
        rows={[
          { name: t('to'), value: letter.body },
          { name: t('number'), value: letter.letterNumber },
          { name: t('demand'), value: letter.number },
          { name: t('enterprise'), value: letter.enterprise },
          { name: t('due'), value: letter.due },
          { name: t('validUntil'), value: letter.expiresAt.slice(0, 10) },
        ]}
      />
      <h3>{t('content')}</h3>
      <p className="demand-prose">{letter.content}</p>
      <h3>{t('request')}</h3>
      <p className="demand-prose">{letter.request}</p>
    </>
  );
}

function AnswerForm({
  token,
  onDone,
}: {
  readonly token: string;
  readonly onDone: () => void;
}): ReactElement {
  const t = useTexts(demandOutsideTexts);
  const words = useProblemWords();
  const form = useForm<{ text: string; files: readonly File[] }>({ text: '', files: [] }, `outside/${token}`);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const deliver = async (): Promise<Answer<unknown>> => {
    const files: string[] = [];
    for (const file of form.values.files) {
      const stored = await uploadTo(uploadOutsideFile, { token }, file);
      if (!stored.ok) return stored;
      files.push(stored.body.fileId);
    }
    return call(answerOutside, { params: { token }, body: { text: form.values.text.trim(), files } });
  };
  const submit = async (): Promise<void> => {
    if (form.values.text.trim() === '')
      return form.refuse([{ pointer: '/text', code: 'field.required' }], words.ofField);
    setBusy(true);
    const answer = await deliver();
    setBusy(false);
    if (answer.ok) {
      form.sent();
      return onDone();
    }
    return setProblem(placeProblem(answer.problem, form, words));
  };
  return (
    <Form label={t('send')} onSubmit={() => void submit()} wrong={form.wrong}>
      {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
      <TextAreaField {...form.bind('text')} label={t('answer')} required rows={6} longest={10_000} />
      <FileDrop label={t('files')} files={form.values.files} onChange={(files) => form.set({ files })} />
      <div>
        <Button type="submit" look="main" wide busy={isBusy}>
          {t('send')}
        </Button>
      </div>
    </Form>
  );
}

/** The letter behind a one-time link, and the answer to it; the body outside has no account here. */
export function OutsideLetter({
  frame: Frame,
}: {
  /** The page around it: title, one line, content. */
  readonly frame: (props: {
    readonly title: string;
    readonly lead: string;
    readonly children: ReactElement;
  }) => ReactElement;
}): ReactElement {
  const t = useTexts(demandOutsideTexts);
  const words = useProblemWords();
  const { token = '' }: { readonly token?: string } = useParams({ strict: false });
  const [found, setFound] = useState<Answer<Letter>>();
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    call(outsideLetter, { params: { token }, signal: leaving.signal })
      .then(setFound)
      .catch(() => undefined);
    return () => leaving.abort();
  }, [token]);
  if (isSent)
    return (
      <Frame title={t('sent')} lead={t('sentNext')}>
        <span />
      </Frame>
    );
  if (found === undefined)
    return (
      <Frame title={t('title')} lead="">
        <Skeleton count={6} />
      </Frame>
    );
  if (!found.ok)
    return (
      <Frame title={t('over')} lead={t('overNext')}>
        <ErrorNote {...words.ofProblem(found.problem)} />
      </Frame>
    );
  return (
    <Frame title={t('title')} lead={t('lead', { issuer: found.body.issuer })}>
      <div className="ui-stack">
        <LetterFacts letter={found.body} />
        <AnswerForm token={token} onDone={() => setSent(true)} />
      </div>
    </Frame>
  );
}
