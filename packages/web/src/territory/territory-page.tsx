import { TERRITORY_CHANGES as CHANGES, registerTerritory } from '@xiaoer/contract/territory';
import { TERRITORY_KINDS } from '@xiaoer/domain/territory/state';
import { useState } from 'react';
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
import { Button } from '../ui/button.tsx';
import { act, useActs } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { ActsDrawer } from '../ui/form/acts-drawer.tsx';
import { Light } from '../ui/light.tsx';
import { Facts, PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage, ListSearch } from '../ui/table/list-page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { TextButton } from '../ui/text-button.tsx';

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
        act({ key: 'reopen', label: t('reopen'), fields: [], send: change(CHANGES.ReopenTerritory, on) }),
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

function useColumns(open: (place: Row) => void): readonly Column<Row>[] {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  return [
    {
      key: 'name',
      title: t('unitName'),
      isLead: true,
      cell: (row) => (
        <span style={{ paddingLeft: row.above.length * 20 }}>
          <TextButton label={row.shown} onPress={() => open(row)} />
        </span>
      ),
    },
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

/** The tree of territories. */
export function TerritoryPage(): ReactElement {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  const [filters, set] = useFilters({ q: 'text' });
  const places = useTerritories();
  const [chosen, setChosen] = useState<Row>();
  const acts = useActs();
  const placeActs = useTerritoryActs();
  const isAdmin = rolesOf(useMe()).includes('admin');
  const rows = places.filter(({ shown }) => matchesPinyin({ label: shown }, filters.q ?? ''));
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('territories')}
        actions={
          isAdmin ? (
            <Button look="main" icon="plus" onClick={() => acts.open(placeActs.register)}>
              {placeActs.register.label}
            </Button>
          ) : null
        }
      />
      <LinkTabs label={t('title')} tabs={usePeopleTabs()} current="territories" />
      <ListPage
        name="territories"
        label={t('territories')}
        list={{ rows, total: rows.length, isLoading: false }}
        columns={useColumns(setChosen)}
        rowKey={({ id }) => id}
        onOpen={setChosen}
        search={
          <ListSearch
            label={t('placeSearch')}
            value={filters.q ?? ''}
            onChange={(typed) => set('q', typed)}
          />
        }
        empty={{ title: t('territoryEmptyTitle'), next: t('territoryEmptyNext') }}
      />
      <ActsDrawer
        title={chosen?.shown ?? ''}
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        acts={chosen !== undefined && isAdmin ? placeActs.of(chosen) : []}
        onPick={acts.open}
      >
        {chosen === undefined ? null : (
          <Facts
            rows={[
              { name: t('unitName'), value: chosen.name },
              { name: t('unitNameEn'), value: chosen.nameEn ?? t('none') },
              { name: t('kind'), value: word(`territoryKind.${chosen.kind}`) },
              { name: t('parent'), value: chosen.above.join(' / ') || t('noParent') },
              {
                name: t('enterprise'),
                value: <Anchor href={`/enterprises?territory=${chosen.id}`}>{t('enterprise')}</Anchor>,
              },
            ]}
          />
        )}
      </ActsDrawer>
      {acts.drawer}
    </div>
  );
}
