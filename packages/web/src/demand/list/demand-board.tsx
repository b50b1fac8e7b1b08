import { demands } from '@xiaoer/contract/demand-views';
import { OPEN_STATUSES } from '@xiaoer/domain/demand/vocabulary';
import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { reading } from '../../lib/client/query.ts';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Anchor } from '../../ui/anchor.tsx';
import { Board } from '../../ui/board.tsx';
import type { DemandItem } from '../light-of.ts';
import { useDemandWords } from '../words.ts';
import { DueCell, LightCell, OwnerCell, TitleCell } from './item-cells.tsx';
import { listQuery } from './list-filters.ts';
import type { ListFilters } from './list-filters.ts';

const MOST = 30;

const Card = ({ item }: { readonly item: DemandItem }): ReactElement => (
  <>
    <LightCell item={item} />
    <TitleCell item={item} />
    <DueCell item={item} />
    <OwnerCell item={item} />
    <span className="ui-second">{item.enterprise.name}</span>
  </>
);

/** Open demands by status; each column shows the most urgent and leads to the rest. */
export function DemandBoard({ filters }: { readonly filters: ListFilters }): ReactElement {
  const t = useTexts(demandListTexts);
  const { word } = useDemandWords();
  const query = listQuery(filters);
  const found = useQueries({
    queries: OPEN_STATUSES.map((status) =>
      reading(demands, { query: { ...query, status: [status], limit: MOST } }),
    ),
  });
  return (
    <>
      <h2 className="ui-hidden">{t('board')}</h2>
      <Board
        label={t('board')}
        columns={OPEN_STATUSES.map((status, at) => {
          const page = found[at]?.data?.body;
          return {
            key: status,
            title: word(`status.${status}`),
            count: page?.items.length ?? 0,
            empty: t('emptyColumn'),
            cards: (page?.items ?? []).map((item) => ({
              key: item.id,
              card: <Card item={item} />,
            })),
            ...(page === undefined || page.next === null
              ? {}
              : { foot: <Anchor href={`/demands?status=${status}`}>{t('allOfColumn')}</Anchor> }),
          };
        })}
      />
    </>
  );
}
