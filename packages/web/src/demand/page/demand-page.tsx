import { DEMAND_CHANGES } from '@xiaoer/contract/demand-commands';
import type { DemandChange } from '@xiaoer/contract/demand-commands';
import { demandDetail } from '@xiaoer/contract/demand-views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { ProblemError } from '../../lib/client/problem-error.ts';
import { queryKeyOf, reading } from '../../lib/client/query.ts';
import { demandPageTexts } from '../../lib/messages/demand-page-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useMe } from '../../lib/session/use-me.ts';
import { Light } from '../../ui/light.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Card, PageHeader, SplitPage } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Story } from '../../ui/story.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { usePersonWords } from '../../ui/words.tsx';
import { lightOfItem, TONE_OF } from '../light-of.ts';
import { NotThere } from '../problem.tsx';
import { storyItems, tellerOf } from '../story/story-items.tsx';
import { useNow } from '../use-now.ts';
import { useDemandWords } from '../words.ts';
import { ActionDrawer } from './action-drawer.tsx';
import { AnswerCard, Files, OptionsCard } from './answer-card.tsx';
import './demand-page.css';
import { byMatter } from './matters.ts';
import { nextAction } from './next-action.ts';
import { StateCards } from './state-cards.tsx';
import { useUnitWord } from '../../lib/directory/places.ts';
import type { Detail } from './state-cards.tsx';

const GRAVE: readonly DemandChange[] = ['WithdrawDemand', 'MergeDemand', 'DetermineFinally'];

function Head({ detail }: { readonly detail: Detail }): ReactElement {
  const t = useTexts(demandPageTexts);
  const { word } = useDemandWords();
  const { now } = useNow();
  const { item } = detail;
  const light = lightOfItem(item, now);
  return (
    <PageHeader
      back={{ href: '/demands', label: t('backToList') }}
      title={item.title}
      beside={
        <>
          <Light tone={TONE_OF[light]} word={word(`light.${light}`)} />
          <Tag word={word(`status.${item.status}`)} strong />
          {item.urgency === 'general' ? null : <Tag word={word(`urgency.${item.urgency}`)} />}
          {item.confidential ? <Tag word={t('confidential')} /> : null}
          {item.outcome === null ? null : <Tag word={word(`outcome.${item.outcome}`)} />}
        </>
      }
      lead={
        <>
          {item.number} · {item.enterprise.name}
        </>
      }
    />
  );
}

/** What I can do now; who it waits for when it is not me. */
function Next({ detail, open }: { readonly detail: Detail; readonly open: (type: DemandChange) => void }) {
  const t = useTexts(demandPageTexts);
  const { action, about, word } = useDemandWords();
  const named = usePersonWords();
  const unitWord = useUnitWord();
  const { main, others } = nextAction(detail.demand, detail.actions);
  const { item } = detail;
  const person = item.ownerPerson === null ? '' : named(item.ownerPerson.name);
  const owner = [unitWord(item.ownerUnit), person].filter(Boolean).join(' ');
  const hint =
    main === undefined
      ? t(item.status === 'closed' ? 'wasWith' : 'waitsFor', { owner, status: word(`status.${item.status}`) })
      : about(main);
  return (
    <NextStep
      hint={hint}
      {...(main === undefined ? {} : { main: { label: action(main), onPress: () => open(main) } })}
      others={byMatter(item.status, others).flatMap(({ matter, types }) =>
        types.map((type) => ({
          key: type,
          group: t(`matter.${matter}`),
          label: action(type),
          grave: GRAVE.includes(type),
          onPress: () => open(type),
        })),
      )}
    />
  );
}

function Asked({ detail }: { readonly detail: Detail }): ReactElement {
  const t = useTexts(demandPageTexts);
  const { particulars, source, files, productionStopped } = detail.demand;
  return (
    <Card title={t('asked')} aside={productionStopped ? <Light tone="late" word={t('stopped')} /> : null}>
      <p className="demand-prose">{particulars.text}</p>
      {particulars.tags.length === 0 ? null : (
        <p className="ui-row">
          {particulars.tags.map((tag) => (
            <Tag key={tag} word={tag} />
          ))}
        </p>
      )}
      <Files ids={files} />
      {source.original === undefined ? null : (
        <details className="demand-original">
          <summary>{t('original')}</summary>
          <p className="demand-prose">{source.original}</p>
        </details>
      )}
    </Card>
  );
}

/** Lists that lead to one act: they are gone back to once it is done. */
const LISTS: readonly unknown[] = ['/call-backs', '/routing'];

/** Leaves what the address asked for, so that nothing opens the form again. */
function useLeaving(id: string, from: unknown) {
  const router = useRouter();
  return {
    closed: () => router.history.replace(`/demands/${id}`),
    done: () => router.history.replace(LISTS.includes(from) ? String(from) : `/demands/${id}`),
    gone: () => router.history.replace('/'),
  };
}

function Record({
  detail,
  renew,
  isGone,
}: {
  readonly detail: Detail;
  readonly renew: () => void;
  /** Whether my own act took it out of my reach: a unit does not see what it declined. */
  readonly isGone: () => boolean;
}): ReactElement {
  const t = useTexts(demandPageTexts);
  const words = useDemandWords();
  const toast = useToast();
  const me = useMe();
  const { today } = useNow();
  const { act, key, from }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked = typeof act === 'string' && act in DEMAND_CHANGES ? (act as DemandChange) : undefined;
  const [open, setOpen] = useState<DemandChange | undefined>(
    asked !== undefined && detail.actions.includes(asked) ? asked : undefined,
  );
  const leaving = useLeaving(detail.item.id, from);
  const teller = tellerOf(detail, words, today);
  return (
    <>
      <SplitPage
        header={<Head detail={detail} />}
        next={<Next detail={detail} open={setOpen} />}
        storyLabel={t('story')}
        stateLabel={t('state')}
        about={<Asked detail={detail} />}
        story={
          <>
            <AnswerCard demand={detail.demand} />
            <OptionsCard demand={detail.demand} />
            <Card title={t('story')}>
              <Story label={t('story')} items={storyItems(detail.story, teller, today)} />
            </Card>
          </>
        }
        state={<StateCards detail={detail} />}
      />
      <ActionDrawer
        type={open}
        detail={detail}
        personId={me?.personId ?? ''}
        {...(typeof key === 'string' && open === asked ? { workKey: key } : {})}
        renew={renew}
        onClose={() => {
          // A form that was sent closes as well, once its act is done.
          if (open !== undefined && act !== undefined) leaving.closed();
          setOpen(undefined);
        }}
        onDone={(type) => {
          setOpen(undefined);
          toast({ text: t('done', { action: words.action(type) }) });
          if (isGone()) leaving.gone();
          else if (act !== undefined && type === asked) leaving.done();
        }}
      />
    </>
  );
}

const isOutOfReach = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 404;

/** The units that a demand names, in the reader's language. */
const toldWith = (unitWord: ReturnType<typeof useUnitWord>, detail: Detail): Detail => {
  const words = Object.entries(detail.units).map(([id, name]) => [id, unitWord({ id, name }) ?? name]);
  return { ...detail, units: Object.fromEntries(words) };
};

/** One demand: its story, how it stands, and what I can do. */
export function DemandPage(): ReactElement {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const t = useTexts(demandPageTexts);
  const client = useQueryClient();
  const asking = reading(demandDetail, { params: { id } });
  const found = useQuery(asking);
  const unitWord = useUnitWord();
  const detail = useMemo(() => found.data && toldWith(unitWord, found.data.body), [unitWord, found.data]);
  const renew = (): void => void client.invalidateQueries({ queryKey: queryKeyOf(demandDetail) });
  const isGone = (): boolean => isOutOfReach(client.getQueryState(asking.queryKey)?.error);
  if (found.error !== null && (found.data === undefined || isOutOfReach(found.error)))
    return <NotThere error={found.error} back={{ href: '/demands', label: t('backToList') }} />;
  if (detail === undefined) return <Skeleton count={8} />;
  return <Record key={id} detail={detail} renew={renew} isGone={isGone} />;
}
