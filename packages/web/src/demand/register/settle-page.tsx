import { settleOnTheSpot } from '@xiaoer/contract/demand-commands';
import { settings } from '@xiaoer/contract/settings';
import { REMITS, SOLVED_VIEWS, VERDICT_GRADES } from '@xiaoer/domain/demand/vocabulary';
import type { Conclusion, Remit, SolvedView, VerdictGrade } from '@xiaoer/domain/demand/vocabulary';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { reading } from '../../lib/client/query.ts';
import { demandRegisterTexts } from '../../lib/messages/demand-register-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { useNavigateTo } from '../../ui/anchor.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form/form.tsx';
import { ChipsField, TextAreaField } from '../../ui/form/inputs.tsx';
import type { FormState } from '../../ui/form/use-form.ts';
import { Card, PageHeader } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { GRADES, VerdictInput } from '../../ui/verdict.tsx';
import { useCategories } from '../directory.ts';
import type { FieldError } from '../forms/sent.ts';
import { gradeNumber, gradeWords } from '../grades.ts';
import { useDemandWords } from '../words.ts';
import { EnterprisePart, useFirstEnterprise } from './enterprise-part.tsx';
import './register.css';
import type { RegistrationBody, RegistrationValues } from './registration.ts';
import { AboutFields, MoreFields, STAFF_CHANNELS } from './registration-fields.tsx';
import { useEnterprise, useRegistration } from './use-registration.ts';

/** Conclusions that can be reached on the spot. */
const CONCLUSIONS = ['solved', 'partlySolved', 'explained'] as const satisfies readonly Conclusion[];

const SETTLING = {
  remit: 'own',
  'answer.conclusion': 'explained',
  'answer.text': '',
  'verdict.grade': '',
  'verdict.solved': 'solved',
  'verdict.words': '',
};
type Settling = typeof SETTLING;

const missingIn = (values: Settling): readonly FieldError[] =>
  (['answer.text', 'verdict.grade'] as const)
    .filter((name) => values[name].trim() === '')
    .map((name) => ({ pointer: `/${name}`, code: 'field.required' }));

const settlement = (registration: RegistrationBody, values: Settling) => ({
  ...registration,
  remit: values.remit as Remit,
  answer: {
    conclusion: values['answer.conclusion'] as Conclusion,
    text: values['answer.text'].trim(),
  },
  verdict: {
    grade: values['verdict.grade'] as VerdictGrade,
    solved: values['verdict.solved'] as SolvedView,
    words: values['verdict.words'].trim(),
  },
});

/** The categories that this zone lets settle on the spot. */
function useSpotCategories() {
  const all = useCategories();
  const zone = useQuery({ ...reading(settings, {}), staleTime: 300_000 });
  const open = zone.data?.body.values.onTheSpotCategories.at(-1)?.value;
  return open === undefined ? all : all.filter(({ value }) => open.includes(value));
}

function AnswerFields({ form }: { readonly form: FormState<RegistrationValues & Settling> }): ReactElement {
  const { word, label } = useDemandWords();
  const grade = form.bind('verdict.grade');
  const given = VERDICT_GRADES.find((each) => each === grade.value);
  return (
    <>
      <ChipsField
        {...form.bind('remit')}
        label={label('remit')}
        required
        choices={REMITS.map((value) => ({ value, label: word(`remit.${value}`) }))}
      />
      <ChipsField
        {...form.bind('answer.conclusion')}
        label={label('conclusion')}
        required
        choices={CONCLUSIONS.map((value) => ({ value, label: word(`outcome.${value}`) }))}
      />
      <TextAreaField
        {...form.bind('answer.text')}
        label={label('answerText')}
        required
        longest={8_000}
        rows={6}
      />
      <VerdictInput
        label={label('grade')}
        words={gradeWords(word)}
        value={given === undefined ? undefined : gradeNumber(given)}
        onChange={(chosen) => grade.onChange(VERDICT_GRADES[GRADES.length - chosen] ?? '')}
        {...(grade.error === undefined ? {} : { error: grade.error })}
      />
      <ChipsField
        {...form.bind('verdict.solved')}
        label={label('solvedView')}
        required
        choices={SOLVED_VIEWS.map((value) => ({ value, label: word(`solved.${value}`) }))}
      />
      <TextAreaField {...form.bind('verdict.words')} label={label('verdictWords')} longest={1_000} rows={2} />
    </>
  );
}

/** Register, answer and record the verdict on one page. */
export function SettlePage(): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const words = useProblemWords();
  const go = useNavigateTo();
  const toast = useToast();
  const categories = useSpotCategories();
  const { form, problem, isBusy, submit } = useRegistration(
    'phone',
    { ...SETTLING, enterpriseId: useFirstEnterprise() },
    'settle',
  );
  const enterprise = useEnterprise(form.values.enterpriseId);
  const send = async (): Promise<void> => {
    const id = await submit({
      territoryId: enterprise?.sites[0]?.territoryId ?? enterprise?.territoryId ?? '',
      photoText: t('photoText', { category: '' }),
      missing: missingIn(form.values),
      send: (body, idempotencyKey) =>
        call(settleOnTheSpot, { body: settlement(body, form.values), idempotencyKey }),
    });
    if (id === undefined) return;
    toast({ text: t('settled') });
    go(`/demands/${id}`);
  };
  return (
    <div className="ui-stack">
      <PageHeader title={t('settle')} lead={t('settleLead')} />
      <Form begins label={t('settle')} onSubmit={() => void send()} wrong={form.wrong}>
        {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
        <div className="register-two">
          <Card title={t('asked')}>
            <div className="ui-form">
              <EnterprisePart form={form} />
              <AboutFields form={form} categories={categories} />
              {categories.length === 0 ? <p className="ui-second">{t('noSpotCategories')}</p> : null}
              <MoreFields
                form={form}
                sites={[]}
                contacts={(enterprise?.contacts ?? []).map(({ person }) => ({
                  value: person.id,
                  label: person.name,
                }))}
                channels={STAFF_CHANNELS}
              />
            </div>
          </Card>
          <Card title={t('answered')}>
            <div className="ui-form">
              <AnswerFields form={form} />
            </div>
          </Card>
        </div>
        <div className="register-foot">
          <Button type="submit" look="main" busy={isBusy}>
            {t('settleSubmit')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
