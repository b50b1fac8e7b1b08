import { registerDemand } from '@xiaoer/contract/demand-commands';
import { portalTeam } from '@xiaoer/contract/portal';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { call } from '../../lib/client/call.ts';
import type { AnswerBody } from '../../lib/client/call.ts';
import { reading } from '../../lib/client/query.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { useNavigateTo } from '../../ui/anchor.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TickField } from '../../ui/form/inputs.tsx';
import { Card, PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { channelOf } from '../intake-code/raise-by-code.ts';
import { Problem } from '../problem.tsx';
import '../register/register.css';
import { AboutFields, MoreFields } from '../register/registration-fields.tsx';
import { useRegistration } from '../register/use-registration.ts';
import { useDemandWords } from '../words.ts';

type Own = AnswerBody<typeof portalTeam>;

function RaiseForm({ own }: { readonly own: Own }): ReactElement {
  const t = useTexts(demandPortalTexts);
  const words = useProblemWords();
  const go = useNavigateTo();
  const toast = useToast();
  const { language } = useDemandWords();
  const { sites } = own.enterprise;
  const channel = channelOf(useSearch({ strict: false }));
  const { form, problem, isBusy, submit } = useRegistration(
    channel,
    { enterpriseId: own.enterprise.id },
    `raise/${own.enterprise.id}`,
  );
  const categories = own.categories.map(({ key, zh, en }) => ({
    value: key,
    label: language === 'en' ? en : zh,
  }));
  const site = sites.find(({ siteId }) => siteId === form.values['particulars.siteId']) ?? sites[0];
  const officerIds = own.team.flatMap(({ role, personId }) => (role === 'serviceOfficer' ? personId : []));
  const send = async (): Promise<void> => {
    const chosen = categories.find(({ value }) => value === form.values['particulars.category']);
    const id = await submit({
      territoryId: site?.territoryId ?? '',
      photoText: t('photoText', { category: chosen?.label ?? '' }),
      officerIds,
      send: (body, idempotencyKey) => call(registerDemand, { body, idempotencyKey }),
    });
    if (id === undefined) return;
    toast({ text: t('raised') });
    go(`/portal/demands/${id}`);
  };
  return (
    <Form begins label={t('raise')} onSubmit={() => void send()} wrong={form.wrong}>
      {problem === undefined ? null : <ErrorNote {...words.ofProblem(problem)} />}
      <AboutFields form={form} categories={categories} />
      {officerIds.length === 0 ? null : (
        <TickField
          {...form.bind('keptFromOfficer')}
          label={t('keptFromOfficer')}
          hint={t('keptFromOfficerHint')}
        />
      )}
      <MoreFields
        form={form}
        sites={sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
        contacts={[]}
        channels={[channel]}
      />
      <div className="register-foot">
        <Button type="submit" look="main" wide busy={isBusy}>
          {t('raiseSubmit')}
        </Button>
      </div>
    </Form>
  );
}

/** An enterprise raises a demand. */
export function PortalRaisePage(): ReactElement {
  const t = useTexts(demandPortalTexts);
  const found = useQuery(reading(portalTeam, {}));
  return (
    <div className="ui-stack register-page">
      <PageHeader title={t('raise')} lead={t('raiseLead')} />
      {found.data === undefined ? (
        found.error === null ? (
          <Skeleton count={6} />
        ) : (
          <Problem error={found.error} />
        )
      ) : (
        <Card>
          <RaiseForm own={found.data.body} />
        </Card>
      )}
    </div>
  );
}
