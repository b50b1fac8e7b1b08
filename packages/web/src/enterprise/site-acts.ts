import { ENTERPRISE_CHANGES as CHANGES } from '@xiaoer/contract/enterprise';
import { SITE_TENURES } from '@xiaoer/domain/enterprise/state';
import { sources } from '../lib/directory/sources.ts';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { useTools, written } from './act-tools.ts';
import type { Tools } from './act-tools.ts';
import type { EnterpriseRecord } from './words.ts';

type Site = EnterpriseRecord['sites'][number];

const siteFields = ({ t, words: { choices } }: Tools) =>
  [
    { kind: 'text', name: 'name', label: t('siteName'), required: true, longest: 200 },
    {
      kind: 'one',
      name: 'territoryId',
      label: t('territory'),
      required: true,
      source: sources.territories,
    },
    { kind: 'text', name: 'address', label: t('address'), required: true, longest: 500 },
    {
      kind: 'choice',
      name: 'tenure',
      label: t('tenure'),
      required: true,
      choices: choices('tenure', SITE_TENURES),
    },
    { kind: 'number', name: 'powerLoadKva', label: t('powerLoad') },
  ] as const;

/** Adding, changing and closing sites. */
export function useSiteActs(record: EnterpriseRecord): {
  readonly add: Act;
  readonly of: (site: Site) => readonly Act[];
} {
  const tools = useTools(record);
  const { t, change, on } = tools;
  return {
    add: act({
      key: 'addSite',
      label: t('addSite'),
      fields: siteFields(tools),
      initial: { tenure: 'unknown' },
      send: change(CHANGES.AddSite, on),
    }),
    of: (site) => [
      act({
        key: `change-${site.siteId}`,
        label: t('changeSite'),
        fields: siteFields(tools),
        initial: {
          name: site.name,
          territoryId: site.territoryId,
          address: site.address,
          tenure: site.tenure,
          powerLoadKva: written(site.powerLoadKva),
        },
        send: change(CHANGES.ChangeSite, { ...on, fixed: { siteId: site.siteId } }),
      }),
      act({
        key: `close-${site.siteId}`,
        label: t('closeSite'),
        lead: t('closeSiteLead'),
        grave: true,
        fields: [],
        send: change(CHANGES.CloseSite, { ...on, fixed: { siteId: site.siteId } }),
      }),
    ],
  };
}
