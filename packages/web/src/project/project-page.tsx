import { project } from '@xiaoer/contract/project';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { useTerritoryName, useUnitName } from '../lib/directory/places.ts';
import { shortDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts } from '../lib/messages/language.tsx';
import { projectTexts } from '../lib/messages/project-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { Anchor } from '../ui/anchor.tsx';
import { useActs } from '../ui/form/act.tsx';
import { Light } from '../ui/light.tsx';
import { NextStep } from '../ui/next-step.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../ui/page.tsx';
import { Story } from '../ui/story.tsx';
import type { StoryItem } from '../ui/story.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { KEEPERS, useProjectActs } from './project-acts.ts';
import type { ProjectRecord } from './project-acts.ts';

function useStages(record: ProjectRecord): readonly StoryItem[] {
  const t = useTexts(projectTexts);
  const { word } = useZoneWords();
  const language = useLanguage();
  const today = useToday();
  const reached = [...record.stages].reverse().map((entry, at) => ({
    id: `${entry.stage}-${entry.since}-${at}`,
    at: shortDay(entry.since, today, language),
    text: t('reached', { stage: word(`projectStage.${entry.stage}`) }),
    ...(entry.reason === null ? {} : { quote: entry.reason }),
    tone: at === 0 && record.inLibrary ? ('fine' as const) : ('done' as const),
  }));
  if (record.dropped === null) return reached;
  const { since, reason } = record.dropped;
  return [
    {
      id: 'dropped',
      at: shortDay(since, today, language),
      text: t('droppedOn'),
      quote: reason,
      tone: 'paused',
    },
    ...reached,
  ];
}

function State({ record }: { readonly record: ProjectRecord }): ReactElement {
  const t = useTexts(projectTexts);
  const { word } = useZoneWords();
  const unit = useUnitName();
  const territory = useTerritoryName();
  const { enterprise } = record;
  return (
    <Card title={t('state')}>
      <Facts
        rows={[
          { name: t('stage'), value: word(`projectStage.${record.stage}`) },
          { name: t('since'), value: record.since },
          { name: t('unit'), value: unit(record.unitId) },
          { name: t('investment'), value: word(`investment.${record.investment}`) },
          {
            name: t('enterprise'),
            value:
              enterprise === null ? (
                t('none')
              ) : (
                <Anchor href={`/enterprises/${enterprise.id}`}>{enterprise.name}</Anchor>
              ),
          },
          {
            name: t('territory'),
            value: record.territoryId === null ? t('none') : territory(record.territoryId),
          },
          { name: t('startTarget'), value: record.startTarget ?? t('none') },
          {
            name: t('papers'),
            value: (
              <Light
                quiet
                tone={record.papersComplete ? 'fine' : 'soon'}
                word={t(record.papersComplete ? 'complete' : 'lacking')}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function Loaded({ record }: { readonly record: ProjectRecord }): ReactElement {
  const t = useTexts(projectTexts);
  const { word } = useZoneWords();
  const offered = useProjectActs(record);
  const [main, ...others] = offered;
  const acts = useActs(offered);
  const stages = useStages(record);
  const may = rolesOf(useMe()).some((role) => KEEPERS.includes(role));
  const stage = word(`projectStage.${record.stage}`);
  const hint =
    record.dropped === null ? t('hint', { stage }) : t('droppedHint', { reason: record.dropped.reason });
  return (
    <>
      <SplitPage
        header={
          <PageHeader
            back={{ href: '/projects', label: t('title') }}
            title={record.name}
            beside={
              <Light tone={record.inLibrary ? 'fine' : 'paused'} word={record.inLibrary ? stage : t('out')} />
            }
          />
        }
        next={
          <NextStep
            hint={may ? hint : t('readOnly')}
            {...(may && main ? { main: { label: main.label, onPress: () => acts.open(main) } } : {})}
            others={may ? acts.itemsOf(others) : []}
          />
        }
        storyLabel={t('story')}
        stateLabel={t('state')}
        story={
          <Card title={t('story')}>
            <Story label={t('story')} items={stages} />
          </Card>
        }
        state={<State record={record} />}
      />
      {acts.drawer}
    </>
  );
}

/** One project: the stages it went through and how it stands. */
export function ProjectPage(): ReactElement {
  const t = useTexts(projectTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(project, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/projects', label: t('title') }}>
      {(record) => <Loaded record={record} />}
    </WhenThere>
  );
}
