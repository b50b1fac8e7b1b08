import {
  ORGANISATION_CHANGES as CHANGES,
  organisationsFile,
  registerOrganisation,
} from '@xiaoer/contract/organisation';
import { isFoundByName } from '@xiaoer/contract/words/found-by-name';
import { ORGANISATION_CALENDARS, ORGANISATION_KINDS } from '@xiaoer/domain/organisation/state';
import type { ReactElement } from 'react';
import { useChange } from '../lib/client/use-change.ts';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePeopleTabs } from '../lib/directory/people-tabs.ts';
import { useUnits } from '../lib/directory/places.ts';
import type { Place, Unit } from '../lib/directory/places.ts';
import { sources } from '../lib/directory/sources.ts';
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

type Row = Place<Unit>;

function useUnitActs(): { readonly register: Act; readonly of: (unit: Row) => readonly Act[] } {
  const t = useTexts(personTexts);
  const { choices } = useZoneWords();
  const change = useChange();
  const names = [
    { kind: 'text', name: 'name', label: t('unitName'), required: true, longest: 200 },
    { kind: 'text', name: 'nameEn', label: t('unitNameEn'), longest: 200 },
  ] as const;
  const keeps = {
    kind: 'chips',
    name: 'calendar',
    label: t('keeps'),
    required: true,
    choices: choices('keeps', ORGANISATION_CALENDARS),
  } as const;
  const parent = { kind: 'one', name: 'parentId', label: t('parent'), source: sources.units } as const;
  const register = act({
    key: 'register',
    label: t('registerUnit'),
    fields: [
      ...names,
      {
        kind: 'choice',
        name: 'kind',
        label: t('kind'),
        required: true,
        choices: choices('unitKind', ORGANISATION_KINDS),
      },
      keeps,
      parent,
    ],
    initial: { calendar: 'department' },
    send: change(registerOrganisation),
  });
  const of = (unit: Row): readonly Act[] => {
    const on = { params: { id: unit.id }, ifMatch: unit.version };
    if (!unit.active)
      return [
        act({
          key: `reopen-${unit.id}`,
          label: t('reopen'),
          fields: [],
          send: change(CHANGES.ReopenOrganisation, on),
        }),
      ];
    return [
      act({
        key: `rename-${unit.id}`,
        label: t('rename'),
        fields: names,
        initial: { name: unit.name, nameEn: unit.nameEn ?? '' },
        send: change(CHANGES.RenameOrganisation, on),
      }),
      act({
        key: `move-${unit.id}`,
        label: t('moveUnit'),
        fields: [parent],
        initial: { parentId: unit.parentId ?? '' },
        send: change(CHANGES.MoveOrganisation, on),
      }),
      act({
        key: `calendar-${unit.id}`,
        label: t('changeCalendar'),
        fields: [keeps],
        initial: { calendar: unit.calendar },
        send: change(CHANGES.ChangeOrganisationCalendar, on),
      }),
      act({
        key: `close-${unit.id}`,
        label: t('close'),
        lead: t('closeLead'),
        grave: true,
        fields: [],
        send: change(CHANGES.CloseOrganisation, on),
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
    { key: 'kind', title: t('kind'), width: 160, cell: (row) => word(`unitKind.${row.kind}`) },
    { key: 'keeps', title: t('keeps'), width: 160, cell: (row) => word(`keeps.${row.calendar}`) },
    {
      key: 'people',
      title: t('people'),
      width: 96,
      cell: (row) => <Anchor href={`/people?unit=${row.id}`}>{t('people')}</Anchor>,
    },
  ];
}

function About({ row: unit }: { readonly row: Row }): ReactElement {
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  return (
    <Facts
      rows={[
        { name: t('unitName'), value: unit.name },
        { name: t('unitNameEn'), value: unit.nameEn ?? t('none') },
        { name: t('kind'), value: word(`unitKind.${unit.kind}`) },
        { name: t('keeps'), value: word(`keeps.${unit.calendar}`) },
        { name: t('parent'), value: unit.above.join(' / ') || t('noParent') },
        { name: t('people'), value: <Anchor href={`/people?unit=${unit.id}`}>{t('people')}</Anchor> },
      ]}
    />
  );
}

/** The tree of units. */
export function OrganisationPage(): ReactElement {
  const t = useTexts(personTexts);
  const [filters, set] = useFilters({ q: 'text' });
  const q = filters.q ?? '';
  const units = useUnits();
  const take = useListFile(organisationsFile, filters);
  const acts = useUnitActs();
  const isAdmin = rolesOf(useMe()).includes('admin');
  return (
    <TreePage
      name="organisations"
      title={t('units')}
      tabs={<LinkTabs label={t('title')} tabs={usePeopleTabs()} current="units" />}
      rows={units.filter((unit) => isFoundByName(unit, q))}
      nameTitle={t('unitName')}
      columns={useColumns()}
      search={{ label: t('placeSearch'), value: q, onChange: (typed) => set('q', typed) }}
      take={take}
      add={isAdmin ? acts.register : undefined}
      actsOf={isAdmin ? acts.of : () => []}
      about={About}
      empty={{ title: t('unitEmptyTitle'), next: t('unitEmptyNext') }}
    />
  );
}
