import { visit } from '@xiaoer/contract/visit';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { useTerritoryName } from '../lib/directory/places.ts';
import { relativeDay } from '../lib/format/day.ts';
import { useToday } from '../lib/format/use-today.ts';
import { useLanguage, useTexts, useMarks } from '../lib/messages/language.tsx';
import { visitTexts } from '../lib/messages/visit-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { Anchor } from '../ui/anchor.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { useActs } from '../ui/form/act.tsx';
import { Light } from '../ui/light.tsx';
import { Menu } from '../ui/menu.tsx';
import { NextStep } from '../ui/next-step.tsx';
import { Card, Facts, PageHeader, SplitPage } from '../ui/page.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { usePersonWords, useWords } from '../ui/words.tsx';
import { useLinkAct, useVisitActs } from './visit-acts.ts';
import { PROGRESS_TONES, VISITORS } from './words.ts';
import type { VisitRecord } from './words.ts';

type Acts = ReturnType<typeof useActs>;

const enterpriseOf = ({ target }: VisitRecord): string | undefined =>
  'enterpriseId' in target ? target.enterpriseId : undefined;

function targetAddress({ target }: VisitRecord): string | undefined {
  if ('enterpriseId' in target) return `/enterprises/${target.enterpriseId}`;
  return target.kind === 'project' ? `/projects/${target.projectId}` : undefined;
}

function Findings(props: {
  readonly record: VisitRecord;
  readonly acts: Acts;
  readonly may: boolean;
}): ReactElement {
  const marks = useMarks();
  const { record, acts, may } = props;
  const t = useTexts(visitTexts);
  const words = useWords();
  const link = useLinkAct(record);
  const enterprise = enterpriseOf(record);
  if (record.found.length === 0) return <p className="ui-second">{t('noFindings')}</p>;
  return (
    <EntryList
      label={t('findings')}
      entries={record.found.map((finding) => ({
        key: finding.findingId,
        value: finding.text,
        note:
          finding.demandId !== null ? (
            <Anchor href={`/demands/${finding.demandId}`}>{t('openDemand')}</Anchor>
          ) : enterprise === undefined ? null : (
            <Anchor
              href={`/demands/register?enterprise=${enterprise}&visit=${record.id}&finding=${finding.findingId}`}
            >
              {t('toDemand')}
            </Anchor>
          ),
        action:
          may && finding.demandId === null ? (
            <Menu
              look="quiet"
              icon="more"
              label={`${words.moreActions}${marks.colon}${finding.text.slice(0, 20)}`}
              items={acts.itemsOf([link(finding.findingId)])}
            />
          ) : null,
      }))}
    />
  );
}

function Arrangement({ record }: { readonly record: VisitRecord }): ReactElement {
  const marks = useMarks();
  const t = useTexts(visitTexts);
  const { word } = useZoneWords();
  const territory = useTerritoryName();
  const named = usePersonWords();
  const address = targetAddress(record);
  return (
    <Card title={t('state')}>
      <Facts
        rows={[
          { name: t('on'), value: record.on },
          {
            name: t('target'),
            value:
              address === undefined ? record.targetName : <Anchor href={address}>{record.targetName}</Anchor>,
          },
          { name: t('targetKind'), value: word(`target.${record.target.kind}`) },
          ...(record.territoryId === null
            ? []
            : [{ name: t('territory'), value: territory(record.territoryId) }]),
          { name: t('visitors'), value: record.visitors.map(({ name }) => named(name)).join(marks.list) },
          {
            name: t('purposes'),
            value: record.purposes.map((purpose) => word(`purpose.${purpose}`)).join(marks.list),
          },
        ]}
      />
    </Card>
  );
}

function Loaded({ record }: { readonly record: VisitRecord }): ReactElement {
  const t = useTexts(visitTexts);
  const { word } = useZoneWords();
  const language = useLanguage();
  const today = useToday();
  const me = useMe();
  const offered = useVisitActs(record);
  const [main, ...others] = offered;
  const acts = useActs(offered);
  const roles = rolesOf(me);
  const may =
    roles.includes('desk') ||
    (roles.some((role) => VISITORS.includes(role)) && record.visitors.some(({ id }) => id === me?.personId));
  const enterprise = enterpriseOf(record);
  const hint = {
    planned: t('plannedHint'),
    made: t('madeHint'),
    cancelled: t('cancelledHint', { reason: record.cancelledFor ?? '' }),
  }[record.progress];
  return (
    <>
      <SplitPage
        header={
          <PageHeader
            back={{ href: '/visits', label: t('title') }}
            title={record.targetName}
            beside={<Light tone={PROGRESS_TONES[record.progress]} word={word(`visit.${record.progress}`)} />}
            lead={relativeDay(record.on, today, language)}
            actions={
              enterprise === undefined ? null : (
                <ButtonLink icon="file" href={`/enterprises/${enterprise}/brief`}>
                  {t('brief')}
                </ButtonLink>
              )
            }
          />
        }
        next={
          <NextStep
            hint={may || main === undefined ? hint : t('readOnly')}
            {...(may && main !== undefined
              ? { main: { label: main.label, icon: main.icon ?? 'check', onPress: () => acts.open(main) } }
              : {})}
            others={may ? acts.itemsOf(others) : []}
          />
        }
        storyLabel={t('story')}
        stateLabel={t('state')}
        story={
          <>
            <Card title={t('findings')}>
              <Findings record={record} acts={acts} may={may} />
            </Card>
            <Card title={t('note')}>
              {record.note === null ? (
                <p className="ui-second">{t('noNote')}</p>
              ) : (
                <p style={{ whiteSpace: 'pre-wrap' }}>{record.note}</p>
              )}
            </Card>
          </>
        }
        state={<Arrangement record={record} />}
      />
      {acts.drawer}
    </>
  );
}

/** One visit: what was learned, who went where and why. */
export function VisitPage(): ReactElement {
  const t = useTexts(visitTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(visit, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/visits', label: t('title') }}>
      {(record) => <Loaded record={record} />}
    </WhenThere>
  );
}
