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
import { EntryList } from '../ui/entry-list.tsx';
import type { Act } from '../ui/form/act.tsx';
import type { Column } from '../ui/table/column.ts';
import { TreePage } from '../ui/table/tree-page.tsx';
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

function useColumns(): readonly Column<Category>[] {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const today = useToday();
  const words = useEntryWords();
  return [
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

function Retired({ row }: { readonly row: Category }): ReactElement | null {
  const t = useTexts(cataloguePageTexts);
  return row.active ? null : <Tag word={t('retired')} />;
}

function Entries({
  row: category,
  open,
}: {
  readonly row: Category;
  readonly open: (act: Act) => void;
}): ReactElement {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const today = useToday();
  const words = useEntryWords();
  const { mayName: may, end } = useCategoryActs();
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
              <TextButton label={t('endEntry')} onPress={() => open(end(category, entry.entryId))} />
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
  const q = filters.q ?? '';
  const categories = useCategories();
  const acts = useCategoryActs();
  return (
    <TreePage
      name="categories"
      title={t('categories')}
      tabs={<LinkTabs label={t('title')} tabs={useRuleTabs()} current="categories" />}
      rows={categories.filter((row) => matchesPinyin({ label: row.shown, note: row.key }, q))}
      nameTitle={t('category')}
      nameWidth={160}
      mark={Retired}
      columns={useColumns()}
      search={{ label: t('category'), value: q, onChange: (typed) => set('q', typed) }}
      add={acts.isAdmin ? acts.add : undefined}
      actsOf={acts.of}
      about={Entries}
      empty={{ title: t('emptyTitle'), next: t('emptyNext') }}
    />
  );
}
