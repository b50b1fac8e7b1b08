import { useState } from 'react';
import type { ReactElement } from 'react';
import { useCategories } from '../lib/directory/categories.ts';
import type { Category } from '../lib/directory/categories.ts';
import { useTerritoryName, useUnitName } from '../lib/directory/places.ts';
import { useRuleTabs } from '../lib/directory/rule-tabs.ts';
import { matchesPinyin } from '../lib/format/pinyin-initials.ts';
import { bySpan, spanStands } from '../lib/format/span-words.ts';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useFilters } from '../lib/url/use-filters.ts';
import { Button } from '../ui/button.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { useActs } from '../ui/form/act.tsx';
import { ActsDrawer } from '../ui/form/acts-drawer.tsx';
import { PageHeader } from '../ui/page.tsx';
import type { Column } from '../ui/table/column.ts';
import { ListPage, ListSearch } from '../ui/table/list-page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { useCategoryActs } from './category-acts.ts';

type Entry = Category['entries'][number];

/** Which unit answers where, in words: `鱼复园：建设管理局`. */
function useEntryWords(): (entry: Entry) => string {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const unit = useUnitName();
  const territory = useTerritoryName();
  return ({ territoryId, unitId }) =>
    `${territoryId === null ? t('wholeZone') : territory(territoryId)}${marks.colon}${unit(unitId)}`;
}

function useColumns(open: (category: Category) => void): readonly Column<Category>[] {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const today = useToday();
  const words = useEntryWords();
  return [
    {
      key: 'category',
      title: t('category'),
      isLead: true,
      width: 160,
      cell: (row) => (
        <span style={{ paddingLeft: row.above.length * 20 }}>
          <TextButton label={row.shown} onPress={() => open(row)} />{' '}
          {row.active ? null : <Tag word={t('retired')} />}
        </span>
      ),
    },
    {
      key: 'unit',
      title: t('unit'),
      width: 640,
      cell: ({ entries }) => {
        const now = entries.filter((entry) => spanStands(entry, today) === 'current');
        if (now.length === 0) return <span className="ui-second">{t('noUnit')}</span>;
        return now.map(words).join(marks.semicolon);
      },
    },
    { key: 'key', title: t('key'), width: 120, cell: ({ key }) => key },
  ];
}

function Entries(props: {
  readonly category: Category;
  readonly may: boolean;
  readonly end: (entryId: string) => void;
}): ReactElement {
  const marks = useMarks();
  const { category, may, end } = props;
  const t = useTexts(cataloguePageTexts);
  const today = useToday();
  const words = useEntryWords();
  return (
    <section>
      <h3>{t('unit')}</h3>
      <EntryList
        label={t('unit')}
        entries={bySpan(category.entries, today).map((entry) => ({
          key: entry.entryId,
          value: words(entry),
          note: `${t('since', { day: entry.from })}${entry.to === null ? '' : `${marks.comma}${t('until', { day: entry.to })}`}`,
          past: spanStands(entry, today) === 'past',
          action:
            may && spanStands(entry, today) !== 'past' ? (
              <TextButton label={t('endEntry')} onPress={() => end(entry.entryId)} />
            ) : null,
        }))}
      />
    </section>
  );
}

/** Categories, and who handles each of them where. */
export function CataloguePage(): ReactElement {
  const t = useTexts(cataloguePageTexts);
  const [filters, set] = useFilters({ q: 'text' });
  const categories = useCategories();
  const [chosen, setChosen] = useState<Category>();
  const acts = useActs();
  const categoryActs = useCategoryActs();
  const rows = categories.filter((row) =>
    matchesPinyin({ label: row.shown, note: row.key }, filters.q ?? ''),
  );
  const end = (entryId: string): void => {
    if (chosen === undefined) return;
    setChosen(undefined);
    acts.open(categoryActs.end(chosen, entryId));
  };
  return (
    <div className="ui-stack">
      <PageHeader
        title={t('categories')}
        actions={
          categoryActs.isAdmin ? (
            <Button look="main" icon="plus" onClick={() => acts.open(categoryActs.add)}>
              {categoryActs.add.label}
            </Button>
          ) : null
        }
      />
      <LinkTabs label={t('title')} tabs={useRuleTabs()} current="categories" />
      <ListPage
        name="categories"
        label={t('categories')}
        list={{ rows, total: rows.length, isLoading: false }}
        columns={useColumns(setChosen)}
        rowKey={({ id }) => id}
        onOpen={setChosen}
        search={
          <ListSearch label={t('category')} value={filters.q ?? ''} onChange={(typed) => set('q', typed)} />
        }
        empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
      />
      <ActsDrawer
        title={chosen?.shown ?? ''}
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        acts={chosen === undefined ? [] : categoryActs.of(chosen)}
        onPick={acts.open}
      >
        {chosen === undefined ? null : <Entries category={chosen} may={categoryActs.mayName} end={end} />}
      </ActsDrawer>
      {acts.drawer}
    </div>
  );
}
