import { demandDetail, demands } from '@xiaoer/contract/demand-views';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { queryKeyOf, reading } from '../../lib/client/query.ts';
import { demandDeskTexts } from '../../lib/messages/demand-desk-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { useProblemWords } from '../../lib/messages/problem-words.ts';
import { useMe } from '../../lib/session/use-me.ts';
import { Anchor } from '../../ui/anchor.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useChange } from '../forms/use-change.ts';
import { DueCell, LightCell, OwnerCell } from '../list/item-cells.tsx';
import { ActionDrawer } from '../page/action-drawer.tsx';
import type { Detail } from '../page/state-cards.tsx';
import { useDemandWords } from '../words.ts';
import { mostPressing, SHOWN } from './leader-items.ts';
import './leader.css';

/** Passing on is an instruction to somebody else, in words that are there already. */
type Acting = 'instruct' | 'passOn';

const MOST = 12;
/** How many records are opened to see what may be done: a few more than are shown, for those already seen. */
const OPENED = 8;

function Card({
  detail,
  onAct,
  onSeen,
}: {
  readonly detail: Detail;
  readonly onAct: (how: Acting) => void;
  readonly onSeen: () => void;
}): ReactElement {
  const t = useTexts(demandDeskTexts);
  const { word } = useDemandWords();
  const { item, actions } = detail;
  return (
    <li className="leader-card">
      <div className="ui-row">
        <LightCell item={item} />
        <Tag word={word(`status.${item.status}`)} />
        {item.urgency === 'general' ? null : <Tag strong word={word(`urgency.${item.urgency}`)} />}
      </div>
      <h2>
        <Anchor href={`/demands/${item.id}`}>{item.title}</Anchor>
      </h2>
      <DueCell item={item} />
      <OwnerCell item={item} />
      <p className="ui-second">{item.enterprise.name}</p>
      <div className="leader-actions">
        {actions.includes('GiveInstruction') ? (
          <>
            <Button look="main" onClick={() => onAct('instruct')}>
              {t('instruct')}
            </Button>
            <Button onClick={() => onAct('passOn')}>{t('passOn')}</Button>
          </>
        ) : null}
        {actions.includes('MarkSeen') ? <Button onClick={onSeen}>{t('seen')}</Button> : null}
      </div>
    </li>
  );
}

/** What presses most, with what may be done about it. */
function usePressing(gone: ReadonlySet<string>) {
  const late = useQuery(reading(demands, { query: { light: 'red', limit: MOST } }));
  const urgent = useQuery(reading(demands, { query: { urgency: ['critical', 'urgent'], limit: MOST } }));
  const items = mostPressing([late.data?.body.items ?? [], urgent.data?.body.items ?? []], gone);
  const opened = useQueries({
    queries: items.slice(0, OPENED).map(({ id }) => reading(demandDetail, { params: { id } })),
  });
  const isLoading = late.isPending || urgent.isPending || opened.some(({ isPending }) => isPending);
  const details = opened.flatMap(({ data }) => (data === undefined ? [] : [data.body]));
  return { isLoading, details, count: items.length };
}

/** The leader's card: five items, instruction, seen, pass on. */
export function LeaderPage(): ReactElement {
  const t = useTexts(demandDeskTexts);
  const words = useProblemWords();
  const me = useMe();
  const client = useQueryClient();
  const toast = useToast();
  const change = useChange();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<{ readonly id: string; readonly how: Acting }>();
  const { isLoading, details, count } = usePressing(gone);
  const mine = details.filter(({ demand }) => !demand.seenBy.some((id) => id === me?.personId));
  const shown = mine.slice(0, SHOWN);
  const opened = details.find(({ item }) => item.id === open?.id);
  const leave = (id: string): void => setGone((before) => new Set([...before, id]));
  const markSeen = async ({ item }: Detail): Promise<void> => {
    leave(item.id);
    const answer = await change({ id: item.id, version: item.version, type: 'MarkSeen', body: {} });
    if (answer.ok) return toast({ text: t('seenDone') });
    setGone((before) => new Set([...before].filter((id) => id !== item.id)));
    return toast({ text: words.ofProblem(answer.problem).title, tone: 'wrong' });
  };
  return (
    <div className="ui-stack leader-page">
      <PageHeader title={t('leader')} lead={t('leaderLead')} />
      {isLoading && shown.length === 0 ? <Skeleton shape="rows" count={5} /> : null}
      {!isLoading && shown.length === 0 ? (
        <Empty title={t('nothingForLeader')} next={t('nothingForLeaderNext')} />
      ) : null}
      <ol className="leader-cards">
        {shown.map((detail) => (
          <Card
            key={detail.item.id}
            detail={detail}
            onAct={(how) => setOpen({ id: detail.item.id, how })}
            onSeen={() => void markSeen(detail)}
          />
        ))}
      </ol>
      {count > SHOWN ? (
        <Anchor href="/demands?light=red">{t('moreForLeader', { count: count - shown.length })}</Anchor>
      ) : null}
      {opened === undefined || open === undefined ? null : (
        <ActionDrawer
          key={open.how}
          type="GiveInstruction"
          workKey={open.how}
          name={t(open.how)}
          detail={opened}
          personId={me?.personId ?? ''}
          renew={() => void client.invalidateQueries({ queryKey: queryKeyOf(demandDetail) })}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            leave(open.id);
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}
