import type { DemandChange } from '@xiaoer/contract/demand-commands';
import type { portalDemand } from '@xiaoer/contract/portal';
import type { Problem } from '@xiaoer/contract/problem';
import { SOLVED_VIEWS, VERDICT_GRADES } from '@xiaoer/domain/demand/vocabulary';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { uploadAll } from '../../lib/client/upload-file.ts';
import { dueWords, shortDay } from '../../lib/format/day.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { Form } from '../../ui/form/form.tsx';
import { ChipsField, TextAreaField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { GRADES, VerdictInput } from '../../ui/verdict.tsx';
import { useChange } from '../forms/use-change.ts';
import { gradeNumber, gradeWords } from '../grades.ts';
import { placeProblem } from '../forms/place-problem.ts';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import './portal.css';

type PortalDetail = AnswerBody<typeof portalDemand>;
type Of = { readonly detail: PortalDetail };

/** Sends one of the asker's commands; says thanks, or keeps what stood in the way. */
function useAsker({ detail }: Of) {
  const change = useChange();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const send = async (type: DemandChange, body: unknown, thanks: string): Promise<Problem | undefined> => {
    setBusy(true);
    const answer = await change({ id: detail.demand.id, version: detail.version, type, body });
    setBusy(false);
    if (!answer.ok) return answer.problem;
    toast({ text: thanks });
    return undefined;
  };
  return { send, isBusy };
}

/** The asker's verdict, which closes the demand or sends it back. */
export function VerdictForm({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPortalTexts);
  const { word, label, language } = useDemandWords();
  const { today } = useNow();
  const words = useProblemWords();
  const form = useForm({ grade: '', solved: '', words: '' }, `verdict/${detail.demand.id}/${detail.version}`);
  const { send, isBusy } = useAsker({ detail });
  const [problem, setProblem] = useState<Problem>();
  if (!detail.actions.includes('GiveVerdict')) return null;
  const grade = VERDICT_GRADES.find((each) => each === form.values.grade);
  const submit = async (): Promise<void> => {
    const missing = (['grade', 'solved'] as const).filter((name) => form.values[name] === '');
    if (missing.length > 0)
      return form.refuse(
        missing.map((name) => ({ pointer: `/${name}`, code: 'field.required' })),
        words.ofField,
      );
    const refused = await send('GiveVerdict', form.values, t('thanks'));
    if (refused === undefined) form.sent();
    setProblem(refused === undefined ? undefined : placeProblem(refused, form, words));
  };
  const { verdictDueAt } = detail.demand;
  return (
    <Card title={t('judge')}>
      <Form label={t('judge')} onSubmit={() => void submit()} wrong={form.wrong}>
        <p>
          {t('judgeHint')}{' '}
          {verdictDueAt === undefined ? null : t('judgeBy', { due: dueWords(verdictDueAt, today, language) })}
        </p>
        {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
        <VerdictInput
          label={label('grade')}
          words={gradeWords(word)}
          value={grade === undefined ? undefined : gradeNumber(grade)}
          onChange={(chosen) => form.set({ grade: VERDICT_GRADES[GRADES.length - chosen] ?? '' })}
          {...(form.bind('grade').error === undefined ? {} : { error: form.bind('grade').error ?? '' })}
        />
        <ChipsField
          {...form.bind('solved')}
          label={label('solvedView')}
          required
          choices={SOLVED_VIEWS.map((value) => ({ value, label: word(`solved.${value}`) }))}
        />
        <TextAreaField {...form.bind('words')} label={label('yourWords')} longest={1_000} rows={2} />
        <div>
          <Button type="submit" look="main" busy={isBusy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type WordsFormProps = Of & {
  readonly type: DemandChange;
  readonly label: string;
  readonly field: 'text' | 'askersWords';
  readonly more?: Readonly<Record<string, unknown>>;
  readonly thanks: string;
  readonly grave?: boolean;
  readonly onDone?: () => void;
};

/** Words and files from the asker. */
function WordsForm(props: WordsFormProps): ReactElement {
  const { type, label: name, field, thanks } = props;
  const words = useProblemWords();
  const { label } = useDemandWords();
  const keptAs = [type, props.detail.demand.id, ...Object.values(props.more ?? {})].join('/');
  const form = useForm<{ text: string; files: readonly File[] }>({ text: '', files: [] }, keptAs);
  const { send, isBusy } = useAsker(props);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (): Promise<void> => {
    if (form.values.text.trim() === '') return form.refuseField('text', label('needed'));
    const stored = await uploadAll(form.values.files);
    if (!stored.ok) return setProblem(stored.problem);
    const files = field === 'text' ? { files: stored.body } : { proof: stored.body };
    const refused = await send(type, { ...props.more, [field]: form.values.text.trim(), ...files }, thanks);
    if (refused === undefined) {
      form.reset();
      form.sent();
      return props.onDone?.();
    }
    return setProblem(placeProblem(refused, form, words));
  };
  return (
    <Form label={name} onSubmit={() => void submit()} wrong={form.wrong}>
      {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
      <TextAreaField {...form.bind('text')} label={name} required rows={3} longest={4_000} />
      <FileDrop
        label={label('files')}
        files={form.values.files}
        onChange={(files) => form.set({ files })}
        accept="image/*,.pdf,.docx,.xlsx"
      />
      <div>
        <Button type="submit" look={props.grave ? 'grave' : 'main'} busy={isBusy}>
          {name}
        </Button>
      </div>
    </Form>
  );
}

/** What the zone asked of the enterprise, each with its reply. */
export function AskedOfUs({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPortalTexts);
  const { language } = useDemandWords();
  const { today } = useNow();
  const open = detail.demand.tasks.filter(({ doneAt }) => doneAt === undefined);
  if (open.length === 0 || !detail.actions.includes('CompleteEnterpriseTask')) return null;
  return (
    <Card title={t('weAsk')}>
      <ul className="ui-stack">
        {open.map(({ taskId, text, due }) => (
          <li key={taskId} className="ui-stack">
            <p>
              <b>{text}</b> <span className="ui-second">{shortDay(due, today, language)}</span>
            </p>
            <WordsForm
              detail={detail}
              type="CompleteEnterpriseTask"
              label={t('reply')}
              field="text"
              more={{ taskId }}
              thanks={t('replied')}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Behind({
  label,
  grave = false,
  children,
}: {
  readonly label: string;
  readonly grave?: boolean;
  readonly children: (close: () => void) => ReactNode;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look={grave ? 'grave' : 'plain'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Drawer title={label} isOpen={isOpen} onClose={() => setOpen(false)}>
        {children(() => setOpen(false))}
      </Drawer>
    </>
  );
}

/** Adding to it, or taking it back. */
export function OtherActions({ detail }: Of): ReactElement {
  const t = useTexts(demandPortalTexts);
  return (
    <div className="ui-row">
      {detail.actions.includes('AddSupplement') ? (
        <Behind label={t('supplement')}>
          {(close) => (
            <WordsForm
              detail={detail}
              type="AddSupplement"
              label={t('supplement')}
              field="text"
              thanks={t('supplemented')}
              onDone={close}
            />
          )}
        </Behind>
      ) : null}
      {detail.actions.includes('WithdrawDemand') ? (
        <Behind label={t('withdraw')} grave>
          {(close) => (
            <WordsForm
              detail={detail}
              type="WithdrawDemand"
              label={t('withdraw')}
              field="askersWords"
              thanks={t('withdrawn')}
              grave
              onDone={close}
            />
          )}
        </Behind>
      ) : null}
    </div>
  );
}
