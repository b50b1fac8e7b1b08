import { portalDemands } from '@xiaoer/contract/portal';
import type { OutwardStatus } from '@xiaoer/domain/demand/projections/outward-view';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { reading } from '../../lib/client/query.ts';
import { dueWords } from '../../lib/format/day.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Anchor } from '../../ui/anchor.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Light } from '../../ui/light.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useCategoryName } from '../directory.ts';
import { Problem } from '../problem.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import './portal.css';

type Item = AnswerBody<typeof portalDemands>['items'][number];

/** How it stands for the asker: late is late, whoever may be the cause. */
export const toneOfOutward = (
  { status, dueAt }: { readonly status: OutwardStatus; readonly dueAt: string },
  now: string,
): Tone => {
  if (status === 'closed') return 'done';
  if (status === 'awaitingYou') return 'soon';
  return dueAt < now ? 'late' : 'fine';
};

function Card({ item }: { readonly item: Item }): ReactElement {
  const t = useTexts(demandPortalTexts);
  const { now, today } = useNow();
  const { word, language } = useDemandWords();
  const categoryName = useCategoryName();
  return (
    <li className="portal-card">
      <div className="ui-row">
        <Light tone={toneOfOutward(item, now)} word={word(`outward.${item.status}`)} />
        <span className="ui-second">{categoryName(item.category)}</span>
      </div>
      <h3>
        <Anchor href={`/portal/demands/${item.id}`}>{item.title}</Anchor>
      </h3>
      <span className="ui-second">
        {item.outcome === null
          ? t('promised', { due: dueWords(item.dueAt, today, language) })
          : word(`outcome.${item.outcome}`)}{' '}
        · {item.number}
      </span>
    </li>
  );
}

const GROUPS = [
  ['toYou', (item: Item) => item.status === 'awaitingYou'],
  ['open', (item: Item) => item.status !== 'awaitingYou' && item.status !== 'closed'],
  ['closed', (item: Item) => item.status === 'closed'],
] as const;

function Groups({ items }: { readonly items: readonly Item[] }): ReactElement {
  const t = useTexts(demandPortalTexts);
  if (items.length === 0)
    return (
      <Empty
        title={t('nothing')}
        next={t('nothingNext')}
        action={
          <ButtonLink href="/portal/raise" look="main" icon="plus">
            {t('raise')}
          </ButtonLink>
        }
      />
    );
  return (
    <>
      {GROUPS.map(([key, belongs]) => {
        const mine = items.filter(belongs);
        return mine.length === 0 ? null : (
          <section key={key} className="ui-stack" aria-labelledby={`portal-${key}`}>
            <h2 id={`portal-${key}`}>
              {t(key)} <span className="ui-second">{mine.length}</span>
            </h2>
            <ul className="portal-cards">
              {mine.map((item) => (
                <Card key={item.id} item={item} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** An enterprise's own demands: what waits for it first. */
export function PortalHomePage(): ReactElement {
  const t = useTexts(demandPortalTexts);
  const found = useQuery(reading(portalDemands, { query: { limit: 100 } }));
  return (
    <div className="ui-stack portal-page">
      <PageHeader
        title={t('home')}
        lead={t('homeLead')}
        actions={
          <ButtonLink href="/portal/raise" look="main" icon="plus" wide>
            {t('raise')}
          </ButtonLink>
        }
      />
      {found.data === undefined ? (
        found.error === null ? (
          <Skeleton shape="rows" count={4} />
        ) : (
          <Problem error={found.error} />
        )
      ) : (
        <Groups items={found.data.body.items} />
      )}
    </div>
  );
}
