import { desk, DESK_COUNTED } from '@xiaoer/contract/demand-views';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { count } from '../../lib/format/amount.ts';
import { dayOf, shortDay, weekday } from '../../lib/format/day.ts';
import { reading } from '../../lib/client/query.ts';
import { demandDeskTexts } from '../../lib/messages/demand-desk-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { rolesOf, useMe } from '../../lib/session/use-me.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Figure } from '../../ui/figure.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Problem } from '../problem.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { deskSections } from './desk-sections.ts';
import { WorkTable } from './work-table.tsx';

type Desk = AnswerBody<typeof desk>;

/** The desk counts no further than this. */
const upTo = (n: number): string => (n < DESK_COUNTED ? count(n) : `${count(DESK_COUNTED)}+`);

/** How much of each, leading to the rows below. */
function Counts({ counts }: { readonly counts: Desk['counts'] }): ReactElement {
  const t = useTexts(demandDeskTexts);
  return (
    <div className="ui-figures desk-counts">
      <Figure
        name={t('overdue')}
        value={upTo(counts.overdue)}
        definition={t('overdueMeans')}
        href="#overdue"
        tone={counts.overdue > 0 ? 'late' : 'none'}
      />
      <Figure
        name={t('today')}
        value={upTo(counts.today)}
        definition={t('todayMeans')}
        href="#today"
        tone={counts.today > 0 ? 'soon' : 'none'}
      />
      <Figure name={t('later')} value={upTo(counts.later)} definition={t('laterMeans')} href="#later" />
      <Figure name={t('ofUnit')} value={upTo(counts.unit)} definition={t('ofUnitMeans')} href="#ofUnit" />
    </div>
  );
}

function Sections({ desk: mine }: { readonly desk: Desk }): ReactElement {
  const t = useTexts(demandDeskTexts);
  const { now } = useNow();
  const sections = deskSections(mine, now)
    .map(({ key, entries }) => {
      const all = Math.max(entries.length, mine.counts[key === 'ofUnit' ? 'unit' : key]);
      return { key, entries, all, rest: all - entries.length };
    })
    .filter(({ all }) => all > 0);
  if (sections.length === 0)
    return (
      <Empty
        title={t('nothingOwed')}
        next={t('nothingOwedNext')}
        action={<ButtonLink href="/demands">{t('allDemands')}</ButtonLink>}
      />
    );
  return (
    <>
      {sections.map(({ key, entries, all, rest }) => (
        <div key={key} id={key} className="desk-section">
          <h2>
            {t(key)} <span className="ui-second">{upTo(all)}</span>
          </h2>
          {entries.length === 0 ? null : <WorkTable label={t(key)} entries={entries} />}
          {rest === 0 ? null : (
            <Anchor href={key === 'ofUnit' ? '/demands' : '/demands?show=mine'}>
              {t('restOfDesk', { count: all < DESK_COUNTED ? count(rest) : `${count(rest)}+` })}
            </Anchor>
          )}
        </div>
      ))}
    </>
  );
}

/** What I owe today: the first page after the sign-in. */
export function DeskPage(): ReactElement {
  const t = useTexts(demandDeskTexts);
  const { language } = useDemandWords();
  const { now, today } = useNow();
  const me = useMe();
  const roles = rolesOf(me);
  const found = useQuery({ ...reading(desk, {}), refetchInterval: 60_000 });
  const day = dayOf(now);
  const registers = roles.some((role) => role === 'officer' || role === 'desk' || role === 'guide');
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('desk')}
        lead={`${me?.name ?? ''} · ${shortDay(day, today, language)} ${weekday(day, language)}`}
        actions={
          <>
            {roles.includes('leader') ? (
              <ButtonLink href="/leader" look={registers ? 'plain' : 'main'}>
                {t('leaderCard')}
              </ButtonLink>
            ) : null}
            {registers ? (
              <>
                <ButtonLink href="/demands/settle">{t('settle')}</ButtonLink>
                <ButtonLink href="/demands/register" look="main" icon="plus">
                  {t('register')}
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      {found.data === undefined ? (
        found.error === null ? (
          <Skeleton shape="rows" count={8} />
        ) : (
          <Problem error={found.error} />
        )
      ) : (
        <>
          <Counts counts={found.data.body.counts} />
          <Sections desk={found.data.body} />
        </>
      )}
    </div>
  );
}
