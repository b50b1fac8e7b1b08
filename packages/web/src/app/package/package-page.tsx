import { packageDetail } from '@xiaoer/contract/package';
import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { USUAL_COLUMNS } from '../../demand/list/demand-columns.tsx';
import { DemandTable } from '../../demand/list/demand-table.tsx';
import { useRecord } from '../../lib/client/use-record.ts';
import { count } from '../../lib/format/amount.ts';
import { dayOf, shortDay } from '../../lib/format/day.ts';
import { useToday } from '../../lib/format/use-today.ts';
import { useLanguage, useTexts } from '../../lib/messages/language.tsx';
import { packageTexts } from '../../lib/messages/package-texts.ts';
import { usePackageActs } from '../../package/package-acts.ts';
import type { PackageRecord } from '../../package/package-acts.ts';
import { PartsBar } from '../../package/parts-bar.tsx';
import { Anchor } from '../../ui/anchor.tsx';
import { useActs } from '../../ui/form/act.tsx';
import { Light } from '../../ui/light.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Owner } from '../../ui/owner.tsx';
import { Card, Facts, PageHeader } from '../../ui/page.tsx';
import { LinkTabs } from '../../ui/tabs.tsx';
import { WhenThere } from '../../ui/when-there.tsx';

type Of = { readonly record: PackageRecord };
type Parts = 'all' | 'open' | 'closed';

function Head({ record }: Of): ReactElement {
  const t = useTexts(packageTexts);
  const isOpen = record.status === 'open';
  return (
    <PageHeader
      back={{ href: '/packages', label: t('title') }}
      title={record.title}
      beside={<Light tone={isOpen ? 'fine' : 'done'} word={t(isOpen ? 'statusOpen' : 'statusClosed')} />}
      lead={record.number}
    />
  );
}

function useHint({ status, parts, closedParts, closedBecause }: PackageRecord): string {
  const t = useTexts(packageTexts);
  if (closedBecause !== null) return t('hintClosedByHand');
  if (status === 'closed') return t('hintClosed');
  return parts === 0 ? t('hintEmpty') : t('hintOpen', { open: parts - closedParts });
}

function State({ record }: Of): ReactElement {
  const t = useTexts(packageTexts);
  const language = useLanguage();
  const today = useToday();
  const { enterprise } = record;
  const day = (at: PackageRecord['openedAt']): string => shortDay(dayOf(at), today, language);
  return (
    <Card title={t('state')}>
      <Facts
        across
        rows={[
          {
            name: t('enterprise'),
            value: <Anchor href={`/enterprises/${enterprise.id}`}>{enterprise.name}</Anchor>,
          },
          { name: t('progress'), value: <PartsBar row={record} /> },
          { name: t('lead'), value: <Owner {...record.lead} /> },
          { name: t('openedOn'), value: day(record.openedAt) },
          ...(record.closedAt === null ? [] : [{ name: t('closedOn'), value: day(record.closedAt) }]),
          ...(record.closedBecause === null
            ? []
            : [{ name: t('closedBecause'), value: record.closedBecause }]),
        ]}
      />
    </Card>
  );
}

/** All are of one enterprise: it needs no column. */
const COLUMNS = USUAL_COLUMNS.filter((key) => key !== 'enterprise');

/** The demands of the package as every list shows them; which of them is said by the address. */
function PartsOf({ record }: Of): ReactElement {
  const t = useTexts(packageTexts);
  const { show }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const shown: Parts = show === 'open' || show === 'closed' ? show : 'all';
  const { id, parts, closedParts } = record;
  const href = `/packages/${id}`;
  return (
    <>
      <LinkTabs
        label={t('parts')}
        current={shown}
        tabs={[
          { key: 'all', label: t('partsAll'), count: count(parts), href },
          {
            key: 'open',
            label: t('partsOpen'),
            count: count(parts - closedParts),
            href: `${href}?show=open`,
          },
          { key: 'closed', label: t('partsClosed'), count: count(closedParts), href: `${href}?show=closed` },
        ]}
      />
      <DemandTable
        label={t('demands')}
        fixed={{ package: id, show: shown }}
        name="package"
        usual={COLUMNS}
        empty={{ title: t('noneHere'), next: t('noneHereNext') }}
      />
    </>
  );
}

function Loaded({ record }: Of): ReactElement {
  const offered = usePackageActs(record);
  const [main, ...others] = offered;
  const acts = useActs(offered);
  return (
    <div className="ui-stack">
      <Head record={record} />
      <NextStep
        hint={useHint(record)}
        {...(main === undefined
          ? {}
          : {
              main: {
                label: main.label,
                ...(main.icon ? { icon: main.icon } : {}),
                onPress: () => acts.open(main),
              },
            })}
        others={acts.itemsOf(others)}
      />
      <State record={record} />
      <PartsOf record={record} />
      {acts.drawer}
    </div>
  );
}

/** One package: how far its demands are, and each of them. */
export function PackagePage(): ReactElement {
  const t = useTexts(packageTexts);
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const asked = useRecord(packageDetail, { params: { id } });
  return (
    <WhenThere asked={asked} back={{ href: '/packages', label: t('title') }}>
      {(record) => <Loaded record={record} />}
    </WhenThere>
  );
}
