import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page.tsx';
import type { Column } from '../../ui/table/column.ts';
import type { DemandItem } from '../light-of.ts';
import { DemandTable } from '../list/demand-table.tsx';

const CALLING_BACK = { status: 'callingBack', show: 'open' } as const;
const USUAL = ['title', 'light', 'dueAt', 'owner', 'enterprise', 'category'] as const;

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

/** Askers who gave no verdict in time: somebody independent calls them. */
export function CallBacksPage(): ReactElement {
  const t = useTexts(demandListTexts);
  const extra = useMemo(() => [callColumn(t('makeCall'))], [t]);
  return (
    <div className="ui-stack">
      <PageHeader title={t('callBacks')} lead={t('callBacksLead')} />
      <DemandTable
        label={t('callBacks')}
        fixed={CALLING_BACK}
        extra={extra}
        usual={USUAL}
        name="call-backs"
        href={callAddress}
        empty={{ title: t('nothingToCall'), next: t('nothingToCallNext') }}
      />
    </div>
  );
}
