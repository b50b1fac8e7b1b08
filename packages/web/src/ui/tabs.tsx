import { useId } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Anchor } from './anchor.tsx';
import './tabs.css';

export type Tab = { readonly key: string; readonly label: string; readonly count?: string };

/** Parts of one page, one in sight. Arrows move between them. */
export function Tabs({
  label,
  tabs,
  current,
  onChange,
  children,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly onChange: (key: string) => void;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex(({ key }) => key === current);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="ui-tabs" onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.label}
            {tab.count === undefined ? null : <span>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current}`}
        tabIndex={0}
        className="ui-tab-panel"
      >
        {children}
      </div>
    </>
  );
}

/** Pages side by side, for instance list and board: each has its address. */
export function LinkTabs({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly (Tab & { readonly href: string })[];
  readonly current: string;
}): ReactElement {
  return (
    <nav aria-label={label} className="ui-tabs">
      {tabs.map((tab) => (
        <Anchor key={tab.key} href={tab.href} aria-current={tab.key === current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span>{tab.count}</span>}
        </Anchor>
      ))}
    </nav>
  );
}
