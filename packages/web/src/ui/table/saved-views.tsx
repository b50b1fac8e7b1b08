import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../button.tsx';
import { Drawer } from '../drawer.tsx';
import { Form } from '../form/form.tsx';
import { TextField } from '../form/inputs.tsx';
import { useForm } from '../form/use-form.ts';
import { Menu } from '../menu.tsx';
import { useRemembered } from '../remembered.ts';

type View = { readonly name: string; readonly filters: Readonly<Record<string, unknown>> };

export type ViewWords = Readonly<
  Record<'views' | 'saveView' | 'viewName' | 'nameNeeded' | 'save', string>
> & {
  readonly dropView: (name: string) => string;
};

/** What the views of a list need: what is shown now, and a way to show what was kept. */
export type ViewsOfList = {
  readonly words: ViewWords;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly onOpen: (filters: Readonly<Record<string, unknown>>) => void;
};

const MOST = 12;

function NameForm({
  words,
  onName,
}: {
  readonly words: ViewWords;
  readonly onName: (name: string) => void;
}): ReactElement {
  const form = useForm({ name: '' });
  const submit = (): void => {
    const name = form.values.name.trim();
    if (name === '') form.refuseField('name', words.nameNeeded);
    else onName(name);
  };
  return (
    <Form label={words.saveView} onSubmit={submit}>
      <TextField {...form.bind('name')} label={words.viewName} required longest={30} autoFocus />
      <div>
        <Button type="submit" look="main">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

/** Views that this browser keeps of a list: filters under a name. */
export function SavedViews({
  list,
  words,
  filters,
  onOpen,
}: ViewsOfList & { readonly list: string }): ReactElement {
  const [views, keep] = useRemembered<readonly View[]>(`xiaoer.views.${list}`, []);
  const [isNaming, setNaming] = useState(false);
  const save = (name: string): void => {
    keep([...views.filter((view) => view.name !== name), { name, filters }].slice(-MOST));
    setNaming(false);
  };
  return (
    <>
      <Menu
        label={words.views}
        look="quiet"
        icon="star"
        items={[
          ...views.map((view) => ({
            key: `open-${view.name}`,
            label: view.name,
            onPress: () => onOpen(view.filters),
          })),
          { key: 'save', label: words.saveView, icon: 'plus', onPress: () => setNaming(true) } as const,
          ...views.map((view) => ({
            key: `drop-${view.name}`,
            label: words.dropView(view.name),
            icon: 'close' as const,
            onPress: () => keep(views.filter((each) => each !== view)),
          })),
        ]}
      >
        {words.views}
      </Menu>
      <Drawer place="middle" title={words.saveView} isOpen={isNaming} onClose={() => setNaming(false)}>
        <NameForm words={words} onName={save} />
      </Drawer>
    </>
  );
}
