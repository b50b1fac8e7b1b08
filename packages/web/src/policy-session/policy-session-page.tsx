import { policySession } from '@xiaoer/contract/policy-session';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { useUnitName } from '../lib/directory/places.ts';
import { count } from '../lib/format/amount.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { policySessionTexts } from '../lib/messages/policy-session-texts.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { Anchor } from '../ui/anchor.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { useActs } from '../ui/form/act.tsx';
import { Light } from '../ui/light.tsx';
import { NextStep } from '../ui/next-step.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../ui/page.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { HOLDERS, useSessionActs } from './policy-session-acts.ts';
import type { SessionRecord } from './policy-session-acts.ts';
import { usePersonWords } from '../ui/words.tsx';

function State({ record }: { readonly record: SessionRecord }): ReactElement {
  const marks = useMarks();
  const named = usePersonWords();
  const t = useTexts(policySessionTexts);
  const unit = useUnitName();
  return (
    <Card title={t('state')}>
      <Facts
        rows={[
          { name: t('on'), value: record.on },
          { name: t('place'), value: record.place ?? t('none') },
          { name: t('organiser'), value: unit(record.organiserUnitId) },
          {
            name: t('speakers'),
            value: record.speakers.map(({ name }) => named(name)).join(marks.list) || t('none'),
          },
          { name: t('attendees'), value: t('people', { count: count(record.attendees) }) },
          { name: t('handbook'), value: t(record.handbookGiven ? 'given' : 'notGiven') },
        ]}
      />
    </Card>
  );
}

function Loaded({ record }: { readonly record: SessionRecord }): ReactElement {
  const t = useTexts(policySessionTexts);
  const offered = useSessionActs(record);
  const [correct, strike] = offered;
  const acts = useActs(offered);
  const may = rolesOf(useMe()).some((role) => HOLDERS.includes(role));
  const changes = may && record.counts;
  const hint = record.counts ? t('hint') : t('struckHint', { reason: record.struckFor ?? '' });
  return (
    <>
      <SplitPage
        header={
          <PageHeader
            back={{ href: '/policy-sessions', label: t('title') }}
            title={record.topic}
            beside={
              <Light tone={record.counts ? 'done' : 'paused'} word={t(record.counts ? 'counts' : 'struck')} />
            }
          />
        }
        next={
          <NextStep
            hint={may ? hint : t('readOnly')}
            {...(changes ? { main: { label: correct.label, onPress: () => acts.open(correct) } } : {})}
            others={changes ? acts.itemsOf([strike]) : []}
          />
        }
        storyLabel={t('enterprises')}
        stateLabel={t('state')}
        story={
          <Card title={`${t('enterprises')} · ${t('firms', { count: count(record.attended.length) })}`}>
            <EntryList
              label={t('enterprises')}
              entries={record.attended.map(({ id, name }) => ({
                key: id,
                value: <Anchor href={`/enterprises/${id}`}>{name}</Anchor>,
              }))}
            />
          </Card>
        }
        state={<State record={record} />}
      />
      {acts.drawer}
    </>
  );
}

/** One session: who was told what. */
export function PolicySessionPage(): ReactElement {
  const t = useTexts(policySessionTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(policySession, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/policy-sessions', label: t('title') }}>
      {(record) => <Loaded record={record} />}
    </WhenThere>
  );
}
