import { TERRITORY_CHANGES as CHANGES, registerTerritory } from '@xiaoer/contract/territory';
import { TERRITORY_KINDS } from '@xiaoer/domain/territory/state';
import type { ReactElement } from 'react';
import { useChange } from '../lib/client/use-change.ts';
import { usePeopleTabs } from '../lib/directory/people-tabs.ts';
import { useTerritories } from '../lib/directory/places.ts';
import type { Place, Territory } from '../lib/directory/places.ts';
import { sources } from '../lib/directory/sources.ts';
import { matchesPinyin } from '../lib/format/pinyin-initials.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { personTexts } from '../lib/messages/person-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useFilters } from '../lib/url/use-filters.ts';
import { Anchor } from '../ui/anchor.tsx';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { Light } from '../ui/light.tsx';
import { Facts } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { TreePage } from '../ui/table/tree-page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';

type Row = Place<Territory>;

function useTerritoryActs(): { readonly register: Act; readonly of: (place: Row) => readonly Act[] } {
  const t = useTexts(personTexts);
  const { choices } = useZoneWords();
  const change = useChange();
  const names = [
    { kind: 'text', name: 'name', label: t('unitName'), required: true, longest: 200 },
    { kind: 'text', name: 'nameEn', label: t('unitNameEn'), longest: 200 },
  ] as const;
  const parent = { kind: 'one', name: 'parentId', label: t('parent'), source: sources.territories } as const;
  const register = act({
    key: 'register',
    label: t('registerTerritory'),
    fields: [
      ...names,
      {
        kind: 'choice',
        name: 'kind',
        label: t('kind'),
        required: true,
        choices: choices('territoryKind', TERRITORY_KINDS),
      },
      parent,
    ],
    send: change(registerTerritory),
  });
  const of = (place: Row): readonly Act[] => {
    const on = { params: { id: place.id }, ifMatch: place.version };
    if (!place.active)
      return [
        act({
          key: `reopen-${place.id}`,
          label: t('reopen'),
          fields: [],
          send: change(CHANGES.ReopenTerritory, on),
        }),
      ];
    return [
      act({
        key: `rename-${place.id}`,
        label: t('rename'),
        fields: names,
        initial: { name: place.name, nameEn: place.nameEn ?? '' },
        send: change(CHANGES.RenameTerritory, on),
      }),
      act({
        key: `move-${place.id}`,
        label: t('moveUnit'),
        fields: [parent],
        initial: { parentId: place.parentId ?? '' },
        send: change(CHANGES.MoveTerritory, on),
      }),
      act({
        key: `close-${place.id}`,
        label: t('close'),
        lead: t('closeLead'),
        grave: true,
        fields: [],
        send: change(CHANGES.CloseTerritory, on),
      }),
    ];
  };
  return { register, of };
}

function useColumns(): readonly Column<Row>[] {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  return [
    {
      key: 'standing',
      title: t('standing'),
      width: 160,
      cell: ({ active, closedOn }) => (
        <Light
          quiet
          tone={active ? 'fine' : 'paused'}
          word={active ? t('open') : t('closed', { day: closedOn ?? '' })}
        />
      ),
    },
    { key: 'kind', title: t('kind'), width: 160, cell: (row) => word(`territoryKind.${row.kind}`) },
    {
      key: 'enterprises',
      title: t('enterprise'),
      width: 96,
      cell: (row) => <Anchor href={`/enterprises?territory=${row.id}`}>{t('enterprise')}</Anchor>,
    },
  ];
}

function About({ row: place }: { readonly row: Row }): ReactElement {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  return (
    <Facts
      rows={[
        { name: t('unitName'), value: place.name },
        { name: t('unitNameEn'), value: place.nameEn ?? t('none') },
        { name: t('kind'), value: word(`territoryKind.${place.kind}`) },
        { name: t('parent'), value: place.above.join(' / ') || t('noParent') },
        {
          name: t('enterprise'),
          value: <Anchor href={`/enterprises?territory=${place.id}`}>{t('enterprise')}</Anchor>,
        },
      ]}
    />
  );
}

/** The tree of territories. */
export function TerritoryPage(): ReactElement {
  const t = useTexts(personTexts);
  const [filters, set] = useFilters({ q: 'text' });
  const q = filters.q ?? '';
  const places = useTerritories();
  const acts = useTerritoryActs();
  const isAdmin = rolesOf(useMe()).includes('admin');
  return (
    <TreePage
      name="territories"
      title={t('territories')}
      tabs={<LinkTabs label={t('title')} tabs={usePeopleTabs()} current="territories" />}
      rows={places.filter(({ shown }) => matchesPinyin({ label: shown }, q))}
      nameTitle={t('unitName')}
      columns={useColumns()}
      search={{ label: t('placeSearch'), value: q, onChange: (typed) => set('q', typed) }}
      add={isAdmin ? acts.register : undefined}
      actsOf={isAdmin ? acts.of : () => []}
      about={About}
      empty={{ title: t('territoryEmptyTitle'), next: t('territoryEmptyNext') }}
    />
  );
}
