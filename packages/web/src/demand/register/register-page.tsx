import { registerDemand } from '@xiaoer/contract/demand-commands';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import { demandRegisterTexts } from '../../lib/messages/demand-register-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { rolesOf, useMe } from '../../lib/session/use-me.ts';
import { useNavigateTo } from '../../ui/anchor.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form/form.tsx';
import { Card, PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useCategories, useCategoryName } from '../directory.ts';
import { EnterprisePart, useFirstEnterprise } from './enterprise-part.tsx';
import './register.css';
import { AboutFields, MoreFields, STAFF_CHANNELS } from './registration-fields.tsx';
import { usualChannel } from './registration.ts';
import { useEnterprise, useRegistration } from './use-registration.ts';
import { useLinkFinding, useVisitFinding } from './visit-finding.ts';
import type { VisitFinding } from './visit-finding.ts';

/** An enterprise that another page named in the address. */
function useGiven() {
  const { enterprise }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const id = typeof enterprise === 'string' ? enterprise : '';
  const found = useEnterprise(id);
  return { id, option: found === undefined ? undefined : { value: id, label: found.name } };
}

function Registration(props: { readonly finding: VisitFinding | undefined }): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const words = useProblemWords();
  const go = useNavigateTo();
  const toast = useToast();
  const categories = useCategories();
  const categoryName = useCategoryName();
  const given = useGiven();
  // Once it is a demand the visit no longer has it to offer; this form is still about it.
  const [finding] = useState(props.finding);
  const usual = usualChannel(rolesOf(useMe()));
  const link = useLinkFinding();
  const { form, problem, isBusy, submit } = useRegistration(
    finding === undefined ? usual : 'visit',
    {
      enterpriseId: useFirstEnterprise(given.id),
      ...(finding === undefined ? {} : { 'particulars.text': finding.text }),
    },
    ['register', given.id, ...(finding === undefined ? [] : [finding.findingId])].join('/'),
  );
  const enterprise = useEnterprise(form.values.enterpriseId);
  const sites = enterprise?.sites.filter(({ open }) => open) ?? [];
  const site = sites.find(({ siteId }) => siteId === form.values['particulars.siteId']) ?? sites[0];
  const send = async (): Promise<void> => {
    const id = await submit({
      territoryId: site?.territoryId ?? enterprise?.territoryId ?? '',
      photoText: t('photoText', { category: categoryName(form.values['particulars.category']) }),
      ...(finding === undefined ? {} : { visitId: finding.visitId }),
      send: (body, idempotencyKey) => call(registerDemand, { body, idempotencyKey }),
    });
    if (id === undefined) return;
    if (finding !== undefined) await link(finding, id);
    toast({ text: t('registered') });
    go(`/demands/${id}`);
  };
  return (
    <Card>
      <Form begins label={t('register')} onSubmit={() => void send()} wrong={form.wrong}>
        {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
        <EnterprisePart form={form} {...(given.option === undefined ? {} : { given: given.option })} />
        <AboutFields form={form} categories={categories} pastes suggests />
        <MoreFields
          form={form}
          sites={sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
          contacts={(enterprise?.contacts ?? []).map(({ person }) => ({
            value: person.id,
            label: person.name,
          }))}
          channels={STAFF_CHANNELS}
        />
        <div className="register-foot">
          <Button type="submit" look="main" wide busy={isBusy}>
            {t('submit')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Register a demand: photo, category, done; everything the system knows is filled in. */
export function RegisterPage(): ReactElement {
  const t = useTexts(demandRegisterTexts);
  const finding = useVisitFinding();
  return (
    <div className="ui-stack register-page">
      <PageHeader
        title={t('register')}
        actions={
          <>
            <ButtonLink href="/demands/code">{t('code')}</ButtonLink>
            <ButtonLink href="/demands/settle">{t('settle')}</ButtonLink>
          </>
        }
      />
      {finding === undefined ? (
        <Skeleton count={6} />
      ) : (
        <Registration finding={finding === 'none' ? undefined : finding} />
      )}
    </div>
  );
}
