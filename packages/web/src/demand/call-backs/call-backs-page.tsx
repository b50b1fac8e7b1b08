import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import type { Language } from '../../lib/messages/catalogue.ts';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import type { Column } from '../../ui/table/column.ts';
import type { WorkEntry } from '../desk/desk-sections.ts';
import { WorkDue, WorkLight } from '../desk/work-table.tsx';
import type { DemandItem } from '../light-of.ts';
import { dueWidth } from '../list/demand-columns.tsx';
import { DemandTable } from '../list/demand-table.tsx';

const CALLING_BACK = { status: 'callingBack', show: 'open' } as const;
const USUAL = ['title', 'light', 'callBackDueAt', 'owner', 'enterprise', 'category'] as const;

const callAddress = ({ id }: DemandItem): string => `/demands/${id}?act=RecordCallBack&from=/call-backs`;

const callColumn = (title: string): Column<DemandItem> => ({
  key: 'call',
  title,
  width: 152,
  cell: (item) => (
    <ButtonLink href={callAddress(item)} aria-label={`${title} ${item.title}`} icon="phone">
      {title}
    </ButtonLink>
  ),
});

/** The call as the desk of whoever makes it shows it. */
const workOf = (demand: DemandItem): WorkEntry => ({
  kind: 'callBack',
  workKey: 'callBack',
  dueAt: demand.callBackDueAt ?? null,
  yellowAt: null,
  workingDaysLeft: null,
  demand,
});

const dueColumns = (titles: { readonly light: string; readonly due: string }, language: Language) =>
  [
    { key: 'light', title: titles.light, width: 92, cell: (item) => <WorkLight entry={workOf(item)} /> },
    {
      key: 'callBackDueAt',
      title: titles.due,
      width: dueWidth(language),
      isSortable: true,
      cell: (item) => <WorkDue entry={workOf(item)} />,
    },
  ] satisfies readonly Column<DemandItem>[];

/** Askers who gave no verdict in time: somebody independent calls them. */
export function CallBacksPage(): ReactElement {
  const t = useTexts(demandListTexts);
  const language = useLanguage();
  const own = useMemo(
    () => dueColumns({ light: t('light'), due: t('callBackDue') }, language),
    [t, language],
  );
  const extra = useMemo(() => [callColumn(t('makeCall'))], [t]);
  return (
    <div className="ui-stack">
      <PageHeader title={t('callBacks')} lead={t('callBacksLead')} />
      <DemandTable
        label={t('callBacks')}
        fixed={CALLING_BACK}
        own={own}
        sort="callBackDueAt"
        extra={extra}
        usual={USUAL}
        name="call-backs"
        href={callAddress}
        empty={{ title: t('nothingToCall'), next: t('nothingToCallNext') }}
      />
    </div>
  );
}
