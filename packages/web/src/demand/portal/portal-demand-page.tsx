import { portalDemand } from '@xiaoer/contract/portal';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { AnswerBody } from '../../lib/client/call.ts';
import { reading } from '../../lib/client/query.ts';
import { dueWords, momentWords, shortDay } from '../../lib/format/day.ts';
import { demandPortalTexts } from '../../lib/messages/demand-portal-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Anchor } from '../../ui/anchor.tsx';
import { Light } from '../../ui/light.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Story } from '../../ui/story.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { gradeNumber, gradeWords } from '../grades.ts';
import { AnswerBlock, Files } from '../page/answer-card.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { AskedOfUs, OtherActions, VerdictForm } from './portal-actions.tsx';
import { toneOfOutward } from './portal-home-page.tsx';
import { PortalNotThere } from './portal-not-there.tsx';
import { portalTold } from './portal-tell.ts';
import './portal.css';

export type PortalDetail = AnswerBody<typeof portalDemand>;
type Of = { readonly detail: PortalDetail };

function PortalStory({ detail }: Of): ReactElement {
  const t = useTexts(demandPortalTexts);
  const words = useDemandWords();
  const { today } = useNow();
  const teller = {
    ...words,
    t,
    day: (day: Parameters<typeof shortDay>[0] | undefined) =>
      day === undefined ? '—' : shortDay(day, today, words.language),
    due: (at: Parameters<typeof dueWords>[0] | undefined) =>
      at === undefined ? '—' : dueWords(at, today, words.language),
  };
  const items = detail.story.flatMap(({ type, at, fields }, place) => {
    const told = portalTold(type, fields, teller);
    if (told === undefined) return [];
    const { text, quote, files, tone, demandId } = told;
    return [
      {
        id: `${place}-${type}`,
        at: momentWords(at, today, words.language),
        text:
          demandId === undefined ? (
            text
          ) : (
            <>
              {text} <Anchor href={`/portal/demands/${demandId}`}>{t('openIt')}</Anchor>
            </>
          ),
        ...(quote === undefined || quote === '' ? {} : { quote }),
        ...(tone === undefined ? {} : { tone }),
        ...(files === undefined || files.length === 0 ? {} : { proof: <Files ids={files} /> }),
      },
    ];
  });
  return <Story label={t('story')} items={[...items].reverse()} />;
}

function State({ detail }: Of): ReactElement {
  const t = useTexts(demandPortalTexts);
  const { word, language, pauseWord } = useDemandWords();
  const { today } = useNow();
  const { demand } = detail;
  return (
    <>
      <Card title={t('state')}>
        <Facts
          rows={[
            { name: t('unit'), value: detail.unit },
            { name: t('dueAt'), value: dueWords(demand.dueAt, today, language) },
            { name: t('raisedAt'), value: momentWords(demand.registeredAt, today, language) },
            { name: t('number'), value: demand.number },
            ...(demand.pausedFor === undefined
              ? []
              : [
                  {
                    name: word('light.grey'),
                    value: t('paused', { reason: pauseWord(demand.pausedFor) }),
                  },
                ]),
          ]}
        />
      </Card>
      {demand.plan === undefined ? null : (
        <Card title={t('plan')}>
          <p className="demand-prose demand-lead">{demand.plan.summary}</p>
          <ol className="demand-work">
            {demand.plan.steps.map(({ stepId, text, due, doneAt }) => (
              <li key={stepId}>
                <span>{text}</span>
                <span className="ui-second">
                  {doneAt === undefined ? shortDay(due, today, language) : word('light.done')}
                </span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {demand.interims.length === 0 ? null : (
        <Card title={t('interims')}>
          <ul className="demand-work">
            {demand.interims.map(({ text, completionOn, givenAt }) => (
              <li key={givenAt}>
                <span>{text}</span>
                <span className="ui-second">
                  {t('byDay', { day: shortDay(completionOn, today, language) })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <OtherActions detail={detail} />
    </>
  );
}

/** Whether the asker is asked for a verdict: the answer then stands right above it. */
const isAsked = ({ actions }: PortalDetail): boolean => actions.includes('GiveVerdict');

function AnswerGiven({ detail }: Of): ReactElement | null {
  const t = useTexts(demandPortalTexts);
  const { word } = useDemandWords();
  const { answer, verdicts } = detail.demand;
  if (answer === undefined) return null;
  return (
    <Card title={t('answer')}>
      <AnswerBlock answer={answer} />
      {verdicts.map(({ grade, words }, at) => (
        <p key={`${at}-${grade}`} className="ui-row portal-verdict">
          <Verdict grade={gradeNumber(grade)} words={gradeWords(word)} />
          <span>{words}</span>
        </p>
      ))}
    </Card>
  );
}

function About({ detail }: Of): ReactElement {
  const t = useTexts(demandPortalTexts);
  const { demand } = detail;
  return (
    <>
      {isAsked(detail) ? null : <AnswerGiven detail={detail} />}
      {demand.chosenOption === undefined ? null : (
        <Card title={t('options')}>
          <b>{demand.chosenOption.title}</b>
          <p className="demand-prose">{demand.chosenOption.reason}</p>
        </Card>
      )}
      <Card title={t('asked')}>
        <p className="demand-prose">{demand.particulars.text}</p>
        <Files ids={demand.files} />
      </Card>
      <Card title={t('story')}>
        <PortalStory detail={detail} />
      </Card>
    </>
  );
}

function Record({ detail }: Of): ReactElement {
  const t = useTexts(demandPortalTexts);
  const { word } = useDemandWords();
  const { now } = useNow();
  const { demand } = detail;
  return (
    <SplitPage
      header={
        <PageHeader
          back={{ href: '/portal', label: t('back') }}
          title={demand.particulars.title}
          beside={<Light tone={toneOfOutward(demand, now)} word={word(`outward.${demand.status}`)} />}
        />
      }
      next={
        <>
          {isAsked(detail) ? <AnswerGiven detail={detail} /> : null}
          <VerdictForm detail={detail} />
          <AskedOfUs detail={detail} />
        </>
      }
      storyLabel={t('story')}
      stateLabel={t('state')}
      story={<About detail={detail} />}
      state={<State detail={detail} />}
    />
  );
}

/** One of my demands, as the zone tells it: what it waits for from me, its answer, its story. */
export function PortalDemandPage(): ReactElement {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const found = useQuery(reading(portalDemand, { params: { id } }));
  if (found.data !== undefined) return <Record key={id} detail={found.data.body} />;
  if (found.error === null) return <Skeleton count={8} />;
  return <PortalNotThere error={found.error} />;
}
