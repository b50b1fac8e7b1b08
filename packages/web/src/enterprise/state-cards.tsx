import type { ReactElement } from 'react';
import { useTerritoryName } from '../lib/directory/places.ts';
import { count, millionYuan } from '../lib/format/amount.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useLanguage, useMarks, useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { Anchor } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { Light } from '../ui/light.tsx';
import { Menu } from '../ui/menu.tsx';
import { Card, Facts } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../ui/words.tsx';
import { useSiteActs } from './site-acts.ts';
import type { CardProps } from './people-cards.tsx';
import { GROWTH_TONES } from './words.ts';
import type { EnterpriseRecord } from './words.ts';

const amount = (
  name: string,
  value: number | null | undefined,
  { written = count, unit }: { readonly written?: (value: number) => string; readonly unit: string },
) => (value === null || value === undefined ? [] : [{ name, value: `${written(value)}${unit}` }]);

/** Names and values of an enterprise as one reads them. */
export function useEnterpriseFacts(record: EnterpriseRecord) {
  const marks = useMarks();
  const t = useTexts(enterpriseTexts);
  const { word } = useZoneWords();
  const territory = useTerritoryName();
  const { growth, industry, size, sizeClass } = record;
  const yuan = { written: useLanguage() === 'en' ? millionYuan : count, unit: t('yuan') };
  return [
    { name: t('territory'), value: territory(record.territoryId) },
    { name: t('stage'), value: word(`stage.${record.stage}`) },
    ...(growth === null
      ? []
      : [
          {
            name: t('growth'),
            value: <Light quiet tone={GROWTH_TONES[growth]} word={word(`growth.${growth}`)} />,
          },
        ]),
    {
      name: t('openDemands'),
      value: <Anchor href={`/demands?enterprise=${record.id}`}>{record.openDemands}</Anchor>,
    },
    {
      name: t('industry'),
      value: industry === null ? '—' : `${word(`section.${industry.section}`)} ${industry.code}`,
    },
    {
      name: t('sizeClass'),
      value:
        sizeClass === null
          ? '—'
          : `${word(`size.${sizeClass}`)}${size === null ? '' : `${marks.open}${t('sizeAsOf', { day: size.asOf })}${marks.close}`}`,
    },
    ...amount(t('employees'), size?.employees, { unit: t('people') }),
    ...amount(t('revenueShort'), size?.revenueTenThousandYuan, yuan),
    ...amount(t('assetsShort'), size?.assetsTenThousandYuan, yuan),
  ];
}

export function StateCard({ record }: { readonly record: EnterpriseRecord }): ReactElement {
  const t = useTexts(enterpriseTexts);
  return (
    <Card title={t('state')}>
      <Facts rows={useEnterpriseFacts(record)} />
      <p className="ui-after-facts">
        <Anchor href={`/packages?enterprise=${record.id}`}>{t('packages')}</Anchor>
      </p>
    </Card>
  );
}

export function SiteCard({ record, acts, may }: CardProps): ReactElement {
  const marks = useMarks();
  const t = useTexts(enterpriseTexts);
  const words = useWords();
  const { word } = useZoneWords();
  const territory = useTerritoryName();
  const sites = useSiteActs(record);
  return (
    <Card
      title={t('sites')}
      aside={
        may ? (
          <Button
            look="quiet"
            icon="plus"
            aria-label={sites.add.label}
            title={sites.add.label}
            onClick={() => acts.open(sites.add)}
          />
        ) : null
      }
    >
      <EntryList
        label={t('sites')}
        entries={record.sites.map((site) => ({
          key: site.siteId,
          value: (
            <>
              {site.name} {site.open ? null : <Tag word={t('siteClosed')} />}
            </>
          ),
          note: [
            territory(site.territoryId),
            site.address,
            word(`tenure.${site.tenure}`),
            ...(site.powerLoadKva === null ? [] : [`${count(site.powerLoadKva)} kVA`]),
          ].join(' · '),
          past: !site.open,
          action:
            may && site.open ? (
              <Menu
                look="quiet"
                icon="more"
                label={`${words.moreActions}${marks.colon}${site.name}`}
                items={acts.itemsOf(sites.of(site))}
              />
            ) : null,
        }))}
      />
    </Card>
  );
}
