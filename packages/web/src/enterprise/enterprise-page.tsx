import { enterprise } from '@xiaoer/contract/enterprise';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useNavigateTo } from '../ui/anchor.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { useActs } from '../ui/form/act.tsx';
import { NextStep } from '../ui/next-step.tsx';
import { PageHeader, SplitPage } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { useEnterpriseActs } from './enterprise-acts.ts';
import { ContactCard, LiaisonCard, TeamCard } from './people-cards.tsx';
import { SiteCard, StateCard } from './state-cards.tsx';
import { Timeline } from './timeline.tsx';
import { holdsOneOf, KEEPERS, TEAM_MAKERS } from './words.ts';
import type { EnterpriseRecord } from './words.ts';

function Header({ record }: { readonly record: EnterpriseRecord }): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { word } = useZoneWords();
  return (
    <PageHeader
      back={{ href: '/enterprises', label: t('title') }}
      title={record.name}
      beside={
        <>
          {record.tags.map((tag) => (
            <Tag key={tag} word={word(`tag.${tag}`)} />
          ))}
          {record.sample ? <Tag word={t('sample')} /> : null}
        </>
      }
      lead={
        record.left === null
          ? record.creditCode
          : t('leftNote', { day: record.left.since, reason: word(`leaving.${record.left.reason}`) })
      }
      actions={
        <ButtonLink icon="file" href={`/enterprises/${record.id}/brief`}>
          {t('brief')}
        </ButtonLink>
      }
    />
  );
}

function Loaded({ record }: { readonly record: EnterpriseRecord }): ReactElement {
  const t = useTexts(enterpriseTexts);
  const roles = rolesOf(useMe());
  const go = useNavigateTo();
  const list = useEnterpriseActs(record, roles);
  const acts = useActs(list);
  const keeps = record.here && holdsOneOf(roles, KEEPERS);
  const card = { record, acts };
  return (
    <>
      <SplitPage
        header={<Header record={record} />}
        next={
          <NextStep
            hint={keeps ? t('raiseHint') : list.length > 0 ? t('actionsHint') : t('readOnly')}
            {...(keeps
              ? {
                  main: {
                    label: t('raise'),
                    icon: 'plus' as const,
                    onPress: () => go(`/demands/register?enterprise=${record.id}`),
                  },
                }
              : {})}
            others={acts.itemsOf(list)}
          />
        }
        storyLabel={t('timeline')}
        stateLabel={t('state')}
        story={<Timeline id={record.id} />}
        state={
          <>
            <StateCard record={record} />
            <TeamCard {...card} may={record.here && holdsOneOf(roles, TEAM_MAKERS)} />
            <ContactCard {...card} may={keeps} />
            <LiaisonCard {...card} may={keeps} />
            <SiteCard {...card} may={keeps} />
          </>
        }
      />
      {acts.drawer}
    </>
  );
}

/** One enterprise: left its dealings, right how it stands and who looks after it. */
export function EnterprisePage(): ReactElement {
  const t = useTexts(enterpriseTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(enterprise, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/enterprises', label: t('title') }}>
      {(record) => <Loaded record={record} />}
    </WhenThere>
  );
}
