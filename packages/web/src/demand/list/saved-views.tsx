import { useState } from 'react';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/inputs.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Menu } from '../../ui/menu.tsx';
import type { ListFilters } from './list-filters.ts';
import { readListFilters } from './list-filters.ts';
import { useRemembered } from './remembered.ts';

type View = { readonly name: string; readonly filters: Readonly<Record<string, unknown>> };
type Views = readonly View[];

const MOST = 12;

function NameForm({ onName }: { readonly onName: (name: string) => void }): ReactElement {
  const t = useTexts(demandListTexts);
  const form = useForm({ name: '' });
  const submit = (): void => {
    const name = form.values.name.trim();
    if (name === '') form.refuseField('name', t('nameNeeded'));
    else onName(name);
  };
  return (
    <Form label={t('saveView')} onSubmit={submit}>
      <TextField {...form.bind('name')} label={t('viewName')} required longest={30} autoFocus />
      <div>
        <Button type="submit" look="main">
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

/** Views that this browser keeps: filters under a name. */
export function SavedViews({
  filters,
  onOpen,
}: {
  readonly filters: ListFilters;
  readonly onOpen: (filters: ListFilters) => void;
}): ReactElement {
  const t = useTexts(demandListTexts);
  const [views, keep] = useRemembered<Views>('xiaoer.views.demands', []);
  const [isNaming, setNaming] = useState(false);
  const save = (name: string): void => {
    keep([...views.filter((view) => view.name !== name), { name, filters }].slice(-MOST));
    setNaming(false);
  };
  return (
    <>
      <Menu
        label={t('views')}
        look="quiet"
        icon="star"
        items={[
          ...views.map((view) => ({
            key: `open-${view.name}`,
            label: view.name,
            onPress: () => onOpen(readListFilters(view.filters)),
          })),
          { key: 'save', label: t('saveView'), icon: 'plus', onPress: () => setNaming(true) } as const,
          ...views.map((view) => ({
            key: `drop-${view.name}`,
            label: t('dropView', { name: view.name }),
            icon: 'close' as const,
            onPress: () => keep(views.filter((each) => each !== view)),
          })),
        ]}
      >
        {t('views')}
      </Menu>
      <Drawer place="middle" title={t('saveView')} isOpen={isNaming} onClose={() => setNaming(false)}>
        <NameForm onName={save} />
      </Drawer>
    </>
  );
}
