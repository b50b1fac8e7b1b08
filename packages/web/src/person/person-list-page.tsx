import { SORT_ORDERS } from '@xiaoer/contract/command-route';
import { people, peopleFile, PERSON_STANDINGS, registerPerson, PERSON_SORTS } from '@xiaoer/contract/person';
import { ROLES } from '@xiaoer/domain/access/role';
import type { ReactElement } from 'react';
import { useChange } from '../lib/client/use-change.ts';
import { useListFile } from '../lib/client/use-list-file.ts';
import { usePages } from '../lib/client/use-pages.ts';
import { usePeopleTabs } from '../lib/directory/people-tabs.ts';
import { useUnits, useUnitWord } from '../lib/directory/places.ts';
import { sources } from '../lib/directory/sources.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { personTexts } from '../lib/messages/person-texts.ts';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useListStanding } from '../lib/url/use-list-standing.ts';
import { Anchor, useNavigateTo } from '../ui/anchor.tsx';
import { Button } from '../ui/button.tsx';
import { act, useActs } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';
import { FilterSelect } from '../ui/form/bar-inputs.tsx';
import { Light } from '../ui/light.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage, ListSearch } from '../ui/table/list-page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { STANDING_TONES } from './words.ts';
import type { PersonRow } from './words.ts';

const FILTERS = {
  q: 'text',
  unit: 'text',
  role: ROLES,
  staff: ['true', 'false'],
  standing: PERSON_STANDINGS,
  sort: PERSON_SORTS,
  order: SORT_ORDERS,
} as const;
const USUAL = { key: 'name', direction: 'up' } as const;
const address = ({ id }: PersonRow): string => `/people/${id}`;

function useColumns(): readonly Column<PersonRow>[] {
  const marks = useMarks();
  const t = useTexts(personTexts);
  const { word } = useZoneWords();
  const unitWord = useUnitWord();
  return [
    {
      key: 'name',
      isSortable: true,
      title: t('name'),
      isLead: true,
      width: 160,
      cell: (row) => (
        <Anchor href={address(row)}>{row.standing === 'erased' ? t('erasedName') : row.name}</Anchor>
      ),
    },
    {
      key: 'standing',
      isSortable: true,
      title: t('standing'),
      width: 104,
      cell: ({ standing }) => (
        <Light quiet tone={STANDING_TONES[standing]} word={word(`standing.${standing}`)} />
      ),
    },
    { key: 'unit', isSortable: true, title: t('unit'), width: 220, cell: ({ unit }) => unitWord(unit) },
    {
      key: 'roles',
      title: t('roles'),
      cell: ({ roles }) => roles.map((role) => word(`role.${role}`)).join(marks.list),
    },
    { key: 'phone', title: t('phone'), width: 140, cell: ({ phone }) => phone },
    { key: 'email', title: t('email'), width: 200, cell: ({ email }) => email },
  ];
}

function useRegister(): Act {
  const t = useTexts(personTexts);
  const change = useChange();
  const go = useNavigateTo();
  return act({
    key: 'register',
    label: t('register'),
    fields: [
      { kind: 'text', name: 'personal.name', label: t('name'), required: true, longest: 100 },
      { kind: 'tel', name: 'personal.phone', label: t('phone'), longest: 30 },
      { kind: 'email', name: 'personal.email', label: t('email'), longest: 254 },
      { kind: 'one', name: 'unitId', label: t('unit'), source: sources.units },
    ],
    send: change(registerPerson, { after: ({ id }) => go(`/people/${id}`) }),
  });
}

type Filters = ReturnType<typeof useListStanding<typeof FILTERS>>;

function PersonFilters({ filters, set }: { filters: Filters['filters']; set: Filters['set'] }): ReactElement {
  const t = useTexts(personTexts);
  const { choices } = useZoneWords();
  const units = useUnits();
  return (
    <>
      <FilterSelect
        label={t('allUnits')}
        value={filters.unit ?? ''}
        choices={units.map(({ id, shown, above }) => ({
          value: id,
          label: `${'\u3000'.repeat(above.length)}${shown}`,
        }))}
        onChange={(value) => set('unit', value)}
      />
      <FilterSelect
        label={t('allRoles')}
        value={filters.role ?? ''}
        choices={choices('role', ROLES)}
        onChange={(value) => set('role', value as typeof filters.role)}
      />
      <FilterSelect
        label={t('allPeople')}
        value={filters.staff ?? ''}
        choices={[
          { value: 'true', label: t('staffOnly') },
          { value: 'false', label: t('outsiders') },
        ]}
        onChange={(value) => set('staff', value as typeof filters.staff)}
      />
      <FilterSelect
        label={t('allStandings')}
        value={filters.standing ?? ''}
        choices={choices('standing', PERSON_STANDINGS)}
        onChange={(value) => set('standing', value as typeof filters.standing)}
      />
    </>
  );
}

/** Everybody of the zone and the contacts of its enterprises. */
export function PersonListPage(): ReactElement {
  const t = useTexts(personTexts);
  const { filters, set, standing, asked } = useListStanding(FILTERS, USUAL);
  const list = usePages(people, asked);
  const take = useListFile(peopleFile, asked);
  const acts = useActs();
  const register = useRegister();
  const tabs = usePeopleTabs();
  const may = rolesOf(useMe()).some((role) => role === 'admin' || role === 'desk' || role === 'officer');
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('people')}
        actions={
          may ? (
            <Button look="main" icon="plus" onClick={() => acts.open(register)}>
              {register.label}
            </Button>
          ) : null
        }
      />
      <LinkTabs label={t('title')} tabs={tabs} current="people" />
      <ListPage
        name="people"
        label={t('people')}
        list={list}
        take={take}
        standing={standing}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={address}
        search={
          <ListSearch label={t('search')} value={filters.q ?? ''} onChange={(typed) => set('q', typed)} />
        }
        filters={<PersonFilters filters={filters} set={set} />}
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      {acts.drawer}
    </div>
  );
}
