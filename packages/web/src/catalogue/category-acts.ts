import { addCategory, CATEGORY_CHANGES as CHANGES } from '@xiaoer/contract/catalogue';
import { useChange } from '../lib/client/use-change.ts';
import type { Category } from '../lib/directory/categories.ts';
import { sources } from '../lib/directory/sources.ts';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';

const onOf = (category: Category) => ({ params: { id: category.id }, ifMatch: category.version });

function useTools() {
  return { t: useTexts(cataloguePageTexts), change: useChange(), today: useToday() };
}
type Tools = ReturnType<typeof useTools>;

const names = ({ t }: Tools) =>
  [
    { kind: 'text', name: 'names.zh', label: t('nameZh'), required: true, longest: 200 },
    { kind: 'text', name: 'names.en', label: t('nameEn'), required: true, longest: 200 },
  ] as const;
const parent = ({ t }: Tools) =>
  ({ kind: 'one', name: 'parentKey', label: t('parent'), source: sources.categories }) as const;

const entryAct = (category: Category, { t, change, today }: Tools): Act =>
  act({
    key: `entry-${category.id}`,
    label: t('addEntry'),
    fields: [
      { kind: 'one', name: 'unitId', label: t('unit'), required: true, source: sources.units },
      {
        kind: 'one',
        name: 'territoryId',
        label: t('territory'),
        hint: t('wholeZone'),
        source: sources.territories,
      },
      { kind: 'day', name: 'from', label: t('from'), required: true },
      { kind: 'day', name: 'to', label: t('to') },
    ],
    initial: { from: today },
    send: change(CHANGES.AddCatalogueEntry, onOf(category)),
  });

const treeActs = (category: Category, tools: Tools): readonly Act[] => {
  const { t, change } = tools;
  const on = onOf(category);
  return [
    act({
      key: `rename-${category.id}`,
      label: t('rename'),
      fields: names(tools),
      initial: { 'names.zh': category.names.zh, 'names.en': category.names.en },
      send: change(CHANGES.RenameCategory, on),
    }),
    act({
      key: `move-${category.id}`,
      label: t('move'),
      fields: [parent(tools)],
      initial: { parentKey: category.parentKey ?? '' },
      send: change(CHANGES.MoveCategory, on),
    }),
    act({
      key: `retire-${category.id}`,
      label: t('retire'),
      lead: t('retireLead'),
      grave: true,
      fields: [],
      send: change(CHANGES.RetireCategory, on),
    }),
  ];
};

/** What may be offered for the catalogue: the tree is the administrator's, the units the desk's as well. */
export function useCategoryActs() {
  const tools = useTools();
  const { t, change, today } = tools;
  const roles = rolesOf(useMe());
  const isAdmin = roles.includes('admin');
  return {
    isAdmin,
    mayName: isAdmin || roles.includes('desk'),
    add: act({
      key: 'add',
      label: t('addCategory'),
      fields: [
        { kind: 'text', name: 'key', label: t('key'), hint: t('keyHint'), required: true, longest: 60 },
        ...names(tools),
        parent(tools),
      ],
      send: change(addCategory),
    }),
    of: (category: Category): readonly Act[] => {
      if (!category.active)
        return isAdmin
          ? [
              act({
                key: `restore-${category.id}`,
                label: t('restore'),
                fields: [],
                send: change(CHANGES.RestoreCategory, onOf(category)),
              }),
            ]
          : [];
      return [
        ...(isAdmin || roles.includes('desk') ? [entryAct(category, tools)] : []),
        ...(isAdmin ? treeActs(category, tools) : []),
      ];
    },
    end: (category: Category, entryId: string): Act =>
      act({
        key: `end-${entryId}`,
        label: t('endEntry'),
        fields: [{ kind: 'day', name: 'lastDay', label: t('lastDay'), required: true }],
        initial: { lastDay: today },
        send: change(CHANGES.EndCatalogueEntry, { ...onOf(category), fixed: { entryId } }),
      }),
  };
}
