import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button.tsx';
import { Drawer } from '../drawer.tsx';
import type { IconName } from '../icon.tsx';
import type { MenuItem } from '../menu.tsx';
import { useToast } from '../toast.tsx';
import { useWords } from '../words.tsx';
import { ChangedNote } from './changed-note.tsx';
import type { FieldSpec, FieldValues } from './field-spec.ts';
import { initialValues, sentBody } from './field-spec.ts';
import { Form } from './form.tsx';
import { SpecField } from './spec-field.tsx';
import type { Bound } from './inputs.tsx';
import { useForm } from './use-form.ts';
import type { FormState } from './use-form.ts';
import { useMeanwhile } from './use-meanwhile.ts';
import { useSending } from './use-sending.tsx';
import type { Refused } from './use-sending.tsx';

/** One opening of a form: whatever is pressed in it, once or twice, is one intention. */
export type Opened = Readonly<Record<never, never>>;

/** Sends what a form holds; `fields` names, for the compiler only, what may be in it. */
export type Send<Name extends string = string> = ((
  body: object,
  opened?: Opened,
) => Promise<Refused | undefined>) & {
  readonly fields?: Name;
};

/** Something a person can do: what it asks, and how it is sent. */
export type Act = {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Cannot be taken back. */
  readonly grave?: boolean;
  /** What it means, above the fields. */
  readonly lead?: string;
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  readonly send: Send;
};

/** An act whose fields the compiler holds against what is sent. */
export const act = <Name extends string>(
  value: Omit<Act, 'fields' | 'send'> & {
    readonly fields: readonly FieldSpec<NoInfer<Name>>[];
    readonly send: Send<Name>;
  },
): Act => value as unknown as Act;

type Filled = FormState<Record<string, FieldValues[string]>>;

/** A field of the form; what no longer goes with its new value is empty again. */
const boundTo = (form: Filled, { name, empties = [] }: FieldSpec): Bound<FieldValues[string]> => ({
  ...form.bind(name),
  onChange: (value) => form.set({ ...Object.fromEntries(empties.map((each) => [each, ''])), [name]: value }),
});

function ActForm({
  value,
  opened,
  onEnd,
}: {
  /** As the page offers it now: a form that stays open follows its record. */
  readonly value: Act;
  readonly opened: Opened;
  /** It is done, or is not to be done. */
  readonly onEnd: () => void;
}): ReactElement {
  const words = useWords();
  const toast = useToast();
  const form = useForm<Record<string, FieldValues[string]>>({
    ...initialValues(value.fields, value.initial),
  });
  const { send, isBusy, note, isStale } = useSending(form);
  const changed = useMeanwhile(form, value, isBusy);
  const isChanged = isStale || changed.length > 0;
  const asked = value.fields.filter(({ when }) => when?.(form.values) !== false);
  const submit = async (): Promise<void> => {
    if (!(await send(value.send(sentBody(value.fields, form.values), opened)))) return;
    toast({ text: `${value.label}${words.done}`, tone: 'fine' });
    onEnd();
  };
  return (
    <Form label={value.label} wrong={form.wrong} onSubmit={() => void submit()}>
      {value.lead === undefined ? null : <p>{value.lead}</p>}
      {note}
      {isChanged ? <ChangedNote changes={changed} /> : null}
      {asked.map((spec) => (
        <SpecField key={spec.name} spec={spec} bound={boundTo(form, spec)} values={form.values} />
      ))}
      <div className="ui-row">
        <Button type="submit" look={value.grave === true ? 'grave' : 'main'} busy={isBusy}>
          {isChanged ? words.sendAnyway(value.label) : value.label}
        </Button>
        <Button onClick={onEnd}>{words.cancel}</Button>
      </div>
    </Form>
  );
}

/** An act that was opened, and the form that asks it. */
type Current = { readonly value: Act; readonly opened: Opened; readonly formKey: string };

const currentOf = (value: Act, isOffered: boolean): Current => ({
  value,
  opened: {},
  // What began otherwise is another form, unless it is of those that follow their record.
  formKey: [
    window.location.pathname,
    value.key,
    ...(isOffered ? [] : [JSON.stringify(value.initial ?? {})]),
  ].join(' '),
});

/**
 * Acts of a page: `open` asks one in a drawer at the side, which `drawer` draws. What was typed stays when the drawer is
 * closed, until it is sent, cancelled, or another act is opened. `offered` are the acts on the record as it stands: when
 * somebody else changes it, an open form of theirs goes on from there.
 */
export function useActs(offered: readonly Act[] = []): {
  readonly open: (value: Act) => void;
  readonly drawer: ReactNode;
  readonly itemsOf: (acts: readonly Act[]) => readonly MenuItem[];
} {
  const [current, setCurrent] = useState<Current>();
  const [isOpen, setOpen] = useState(false);
  const open = (value: Act): void => {
    setCurrent(
      currentOf(
        value,
        offered.some(({ key }) => key === value.key),
      ),
    );
    setOpen(true);
  };
  const end = (): void => {
    setOpen(false);
    setCurrent(undefined);
  };
  return {
    open,
    drawer: (
      <Drawer
        title={current?.value.label ?? ''}
        isOpen={isOpen}
        keeps={current !== undefined}
        onClose={() => setOpen(false)}
      >
        {current === undefined ? null : (
          <ActForm
            key={current.formKey}
            value={offered.find(({ key }) => key === current.value.key) ?? current.value}
            opened={current.opened}
            onEnd={end}
          />
        )}
      </Drawer>
    ),
    itemsOf: (acts) =>
      acts.map((each) => ({
        key: each.key,
        label: each.label,
        ...(each.icon ? { icon: each.icon } : {}),
        grave: each.grave === true,
        onPress: () => open(each),
      })),
  };
}
