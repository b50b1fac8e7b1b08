import { changePassword } from '@xiaoer/contract/person';
import { revokeSession, sessions } from '@xiaoer/contract/sign-in';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../lib/client/call.ts';
import { useChange } from '../lib/client/use-change.ts';
import { useRecord } from '../lib/client/use-record.ts';
import { momentWords } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { sessionTexts } from '../lib/messages/session-texts.ts';
import { Button } from '../ui/button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { Form } from '../ui/form/form.tsx';
import { TextField } from '../ui/form/inputs.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { useSending } from '../ui/form/use-sending.tsx';
import { Card, PageHeader } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { useToast } from '../ui/toast.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { deviceOf } from './device-of.ts';
import './sessions-page.css';

type Session = AnswerBody<typeof sessions>['sessions'][number];

function SessionList({ list }: { readonly list: readonly Session[] }): ReactElement {
  const t = useTexts(sessionTexts);
  const language = useLanguage();
  const today = useToday();
  const change = useChange();
  const toast = useToast();
  const [busy, setBusy] = useState<string>();
  const revoke = async (sessionId: string): Promise<void> => {
    setBusy(sessionId);
    const refused = await change(revokeSession, { params: { sessionId } })({});
    setBusy(undefined);
    toast(refused === undefined ? { text: t('revoked') } : { text: refused.title, tone: 'wrong' });
  };
  return (
    <EntryList
      label={t('title')}
      entries={list.map((session) => ({
        key: session.sessionId,
        value: (
          <>
            {deviceOf(session.userAgent) ?? t('unknownDevice')}{' '}
            {session.current ? <Tag word={t('current')} strong /> : null}
          </>
        ),
        note: [
          `${t('lastSeen')} ${momentWords(session.lastSeenAt, today, language)}`,
          `${t('created')} ${momentWords(session.createdAt, today, language)}`,
          session.address,
        ].join(' · '),
        action: session.current ? null : (
          <Button busy={busy === session.sessionId} onClick={() => void revoke(session.sessionId)}>
            {t('revoke')}
          </Button>
        ),
      }))}
    />
  );
}

const EMPTY = { current: '', next: '', again: '' };

function PasswordCard(): ReactElement {
  const t = useTexts(sessionTexts);
  const change = useChange();
  const toast = useToast();
  const form = useForm(EMPTY);
  const { send, isBusy, note } = useSending(form);
  const submit = async (): Promise<void> => {
    const { again, ...body } = form.values;
    if (again !== body.next) return form.refuseField('again', t('differ'));
    if (!(await send(change(changePassword)(body)))) return;
    form.reset();
    toast({ text: t('changed') });
  };
  return (
    <Card title={t('password')}>
      <Form label={t('password')} wrong={form.wrong} onSubmit={() => void submit()}>
        <p className="ui-second">{t('passwordLead')}</p>
        {note}
        <TextField
          {...form.bind('current')}
          label={t('currentPassword')}
          required
          kind="password"
          autoComplete="current-password"
          longest={200}
        />
        <TextField
          {...form.bind('next')}
          label={t('nextPassword')}
          hint={t('passwordHint')}
          required
          kind="password"
          autoComplete="new-password"
          longest={200}
        />
        <TextField
          {...form.bind('again')}
          label={t('again')}
          required
          kind="password"
          autoComplete="new-password"
          longest={200}
        />
        <div className="ui-row">
          <Button type="submit" look="main" busy={isBusy}>
            {t('submit')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

/** Where I am signed in, and my password. */
export function SessionsPage(): ReactElement {
  const t = useTexts(sessionTexts);
  const asked = useRecord(sessions, {});
  return (
    <div className="ui-stack sessions">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="sessions-columns">
        <Card title={t('title')}>
          <WhenThere asked={asked}>{(body) => <SessionList list={body.sessions} />}</WhenThere>
        </Card>
        <PasswordCard />
      </div>
    </div>
  );
}
