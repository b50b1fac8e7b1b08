import { SUMMING_ROLES, type Role } from '@xiaoer/domain/access/role';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { writeSearch } from '../../lib/url/filters.ts';
import { filtersSet } from '../../lib/url/list-standing.ts';
import { rolesOf, useMe } from '../../lib/session/use-me.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { useViews } from '../../lib/url/use-list-standing.ts';
import { FilterFold } from '../../ui/table/filter-fold.tsx';
import { ListBar } from '../../ui/table/list-bar.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { BatchRemind } from './batch-remind.tsx';
import { DemandBoard } from './demand-board.tsx';
import { DemandTable } from './demand-table.tsx';
import { ExportMenu } from './export-menu.tsx';
import { DemandFilters, DemandSearch } from './list-filter-bar.tsx';
import { readListFilters } from './list-filters.ts';
import { useListAddress } from './use-list-address.ts';

function BoardView(): ReactElement {
  const { filters, set, onClear } = useListAddress();
  const fixed = ['view', 'show', 'status'];
  return (
    <div className="ui-stack">
      <ListBar>
        <DemandSearch filters={filters} set={set} />
        <FilterFold active={filtersSet(filters, fixed)} onClear={onClear}>
          <DemandFilters filters={filters} set={set} fixed={fixed} />
        </FilterFold>
      </ListBar>
      <DemandBoard filters={filters} />
    </div>
  );
}

/** Whom the server lets register, and take lists away. */
const REGISTERING: readonly Role[] = ['officer', 'handler', 'unit-head', 'desk', 'leader', 'guide'];
const EXPORTING: readonly Role[] = SUMMING_ROLES;

/** All demands within my reach, as a list or as a board. */
export function DemandsPage(): ReactElement {
  const t = useTexts(demandListTexts);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const filters = readListFilters(search);
  const { go } = useListAddress();
  const views = useViews(filters, (kept) => go(readListFilters(kept), false));
  const roles = rolesOf(useMe());
  const holds = (some: readonly Role[]): boolean => some.some((role) => roles.includes(role));
  const isBoard = filters.view === 'board';
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('demands')}
        actions={
          <>
            {holds(EXPORTING) ? <ExportMenu filters={filters} /> : null}
            {holds(REGISTERING) ? <ButtonLink href="/demands/import">{t('import')}</ButtonLink> : null}
            <ButtonLink href="/demands/register" look="main" icon="plus">
              {t('register')}
            </ButtonLink>
          </>
        }
      />
      <LinkTabs
        label={t('viewAs')}
        current={isBoard ? 'board' : 'list'}
        tabs={[
          { key: 'list', label: t('list'), href: `/demands${writeSearch({ ...filters, view: undefined })}` },
          { key: 'board', label: t('board'), href: `/demands${writeSearch({ ...filters, view: 'board' })}` },
        ]}
      />
      {isBoard ? (
        <BoardView />
      ) : (
        <DemandTable
          label={t('demands')}
          empty={{ title: t('noDemands'), next: t('noDemandsNext') }}
          views={views}
          {...(roles.includes('desk') ? { Batch: BatchRemind } : {})}
        />
      )}
    </div>
  );
}
