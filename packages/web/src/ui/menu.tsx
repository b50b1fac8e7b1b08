import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import type { ButtonLook } from './button.tsx';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';
import { nextIndex } from './list-keys.ts';
import './menu.css';

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  /** What it is about; items of one group stand together under its name. */
  readonly group?: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  readonly hint?: string;
  readonly grave?: boolean;
  readonly disabled?: boolean;
  readonly checked?: boolean;
};

/** More grouped items than these stand in two columns where there is room. */
const MANY = 8;

type MenuProps = {
  /** Spoken name of the button when it shows a sign only. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly children?: ReactNode;
  /** Which side the list opens to. */
  readonly align?: 'start' | 'end';
};

function useOutside(isOpen: boolean, close: () => void) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) close();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [isOpen, close]);
  return place;
}

function MenuEntry({ item, close }: { readonly item: MenuItem; readonly close: () => void }): ReactElement {
  const press = (): void => {
    close();
    item.onPress();
  };
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={item.checked}
      tabIndex={-1}
      className={item.grave === true ? 'ui-menu-item ui-menu-grave' : 'ui-menu-item'}
      disabled={item.disabled}
      onClick={press}
    >
      {item.icon === undefined ? null : <Icon name={item.icon} />}
      {item.checked === undefined ? null : (
        <span className="ui-menu-check">{item.checked ? <Icon name="check" /> : null}</span>
      )}
      <span>
        {item.label}
        {item.hint === undefined ? null : <span className="ui-menu-hint">{item.hint}</span>}
      </span>
    </button>
  );
}

/** Items by their groups, in the order in which the groups appear. */
const grouped = (items: readonly MenuItem[]): readonly (readonly MenuItem[])[] =>
  [...new Set(items.map(({ group }) => group))].map((name) => items.filter(({ group }) => group === name));

function MenuGroup({ items, close }: { readonly items: readonly MenuItem[]; readonly close: () => void }) {
  const name = items[0]?.group;
  const id = useId();
  const entries = items.map((item) => <MenuEntry key={item.key} item={item} close={close} />);
  if (name === undefined) return entries;
  return (
    <div role="group" aria-labelledby={id} className="ui-menu-group">
      <div id={id} role="presentation" className="ui-menu-group-name">
        {name}
      </div>
      {entries}
    </div>
  );
}

const entriesOf = (place: HTMLElement | null): HTMLButtonElement[] =>
  Array.from(place?.querySelectorAll<HTMLButtonElement>('.ui-menu-item:not(:disabled)') ?? []);

/** A button with a list of actions: arrows move, Escape closes and gives the focus back. */
export function Menu({ label, items, look, icon, children, align = 'end' }: MenuProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isWide = items.length > MANY && items.some(({ group }) => group !== undefined);
  const close = useCallback(() => setOpen(false), []);
  const place = useOutside(isOpen, close);
  useEffect(() => {
    if (!isOpen) return;
    entriesOf(place.current)[0]?.focus();
    place.current?.querySelector('[role=menu]')?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, place]);
  const press = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      if (event.key === 'Escape') place.current?.querySelector('button')?.focus();
      return;
    }
    const list = entriesOf(place.current);
    const focused = list.findIndex((entry) => entry === document.activeElement);
    const next = nextIndex(event.key, focused, list.length);
    if (next === undefined) return;
    event.preventDefault();
    list[next]?.focus();
  };
  return (
    <div className="ui-menu" ref={place} onKeyDown={press}>
      <Button
        {...(look ? { look } : {})}
        {...(icon ? { icon } : {})}
        aria-label={label}
        title={children === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </Button>
      {isOpen ? (
        <div
          role="menu"
          id={id}
          aria-label={label}
          className={`ui-menu-list ui-menu-${align}${isWide ? ' ui-menu-wide' : ''}`}
        >
          {grouped(items).map((group) => (
            <MenuGroup key={group[0]?.key} items={group} close={close} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
