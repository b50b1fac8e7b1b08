import { enterprise } from '@xiaoer/contract/enterprise';
import { demands } from '@xiaoer/contract/demand-views';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { usePages } from '../lib/client/use-pages.ts';
import { useRecord } from '../lib/client/use-record.ts';
import { dueWords } from '../lib/format/day.ts';
import { spanStands } from '../lib/format/span-words.ts';
import { useToday } from '../lib/format/use-today.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { Card, Facts, PageHeader } from '../ui/page.tsx';
import { Story } from '../ui/story.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import './brief-page.css';
import { PersonLink } from './people-cards.tsx';
import { useEnterpriseFacts } from './state-cards.tsx';
import { useTimeline, useTold } from './timeline.tsx';
import { useUnitWord } from '../lib/directory/places.ts';
import type { EnterpriseRecord } from './words.ts';

/** Fits one sheet: more would not be read at the gate. */
const MOST_DEMANDS = 8;
const MOST_DEALINGS = 8;

function OpenDemands({ record }: { readonly record: EnterpriseRecord }): ReactElement {
  const t = useTexts(enterpriseTexts);
  const language = useLanguage();
  const today = useToday();
  const unitWord = useUnitWord();
  const { rows, onMore } = usePages(demands, {
    enterprise: record.id,
    show: 'open',
    limit: MOST_DEMANDS,
  });
  return (
    <Card title={t('openDemands')}>
      <EntryList
        label={t('openDemands')}
        entries={rows.slice(0, MOST_DEMANDS).map((row) => ({
          key: row.id,
          value: <Anchor href={`/demands/${row.id}`}>{row.title}</Anchor>,
          note: `${unitWord(row.ownerUnit)} · ${dueWords(row.dueAt, today, language)}`,
        }))}
      />
      {onMore === undefined ? null : (
        <p className="ui-after-facts">
          <Anchor href={`/demands?enterprise=${record.id}`}>
            {t('allOpen', { shown: MOST_DEMANDS, count: record.openDemands })}
          </Anchor>
        </p>
      )}
    </Card>
  );
}

function People({ record }: { readonly record: EnterpriseRecord }): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { word } = useZoneWords();
  const today = useToday();
  const now = <Item extends EnterpriseRecord['team'][number] | EnterpriseRecord['contacts'][number]>(
    list: readonly Item[],
  ) => list.filter((item) => spanStands(item, today) === 'current');
  return (
    <Card title={`${t('team')} · ${t('contacts')}`}>
      <EntryList
        label={t('team')}
        entries={[
          ...now(record.team).map((member) => ({
            key: member.memberId,
            name: word(`team.${member.role}`),
            value: <PersonLink person={member.person} />,
          })),
          ...now(record.contacts).map((contact) => ({
            key: contact.contactId,
            name: word(`contact.${contact.role}`),
            value: <PersonLink person={contact.person} />,
          })),
          ...record.liaisons
            .filter((liaison) => spanStands(liaison, today) === 'current')
            .map((liaison) => ({
              key: liaison.liaisonId,
              name: liaison.body,
              value: <PersonLink person={liaison.person} />,
            })),
        ]}
      />
    </Card>
  );
}

function Brief({ record }: { readonly record: EnterpriseRecord }): ReactElement {
  const t = useTexts(enterpriseTexts);
  const today = useToday();
  const told = useTold();
  const facts = useEnterpriseFacts(record);
  const { rows } = useTimeline(record.id, MOST_DEALINGS);
  return (
    <div className="ui-stack brief">
      <PageHeader
        back={{ href: `/enterprises/${record.id}`, label: t('backToEnterprise') }}
        title={record.name}
        lead={[t('brief'), record.creditCode, t('briefLead', { day: today })]
          .filter((part) => part !== null)
          .join(' · ')}
        actions={
          <Button icon="file" onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <div className="brief-columns">
        <div className="ui-stack">
          <Card title={t('state')}>
            <Facts rows={facts} />
          </Card>
          <People record={record} />
        </div>
        <div className="ui-stack">
          <OpenDemands record={record} />
          <Card title={t('briefRecent')}>
            <Story label={t('briefRecent')} items={told(rows.slice(0, MOST_DEALINGS))} />
          </Card>
        </div>
      </div>
    </div>
  );
}

/** One sheet to read before a visit: how it stands, who is who, what is open, what happened last. */
export function BriefPage(): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(enterprise, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/enterprises', label: t('title') }}>
      {(record) => <Brief record={record} />}
    </WhenThere>
  );
}
