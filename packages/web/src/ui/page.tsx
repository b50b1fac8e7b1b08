import type { ReactElement, ReactNode } from 'react';
import { Anchor } from './anchor.tsx';
import { Icon } from './icon.tsx';
import './page.css';

/** The head of a page: where it belongs, its title, what stands beside it, its actions. */
export function PageHeader({
  title,
  back,
  beside,
  lead,
  actions,
}: {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** Lights and tags beside the title. */
  readonly beside?: ReactNode;
  /** One line under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  return (
    <header className="ui-page-header">
      {back === undefined ? null : (
        <Anchor href={back.href} className="ui-page-back">
          <Icon name="chevron-left" />
          {back.label}
        </Anchor>
      )}
      <div className="ui-page-title">
        <h1>{title}</h1>
        {beside}
      </div>
      {lead === undefined ? null : <div className="ui-page-lead">{lead}</div>}
      {actions === undefined ? null : <div className="ui-page-actions">{actions}</div>}
    </header>
  );
}

/**
 * A record: on top the next step for me, left its story, right its state. On phones what it is about comes first, then
 * the state.
 */
export function SplitPage({
  header,
  next,
  about,
  story,
  state,
  storyLabel,
  stateLabel,
}: {
  readonly header: ReactNode;
  readonly next?: ReactNode;
  /** What one must know before the rest: above the story. */
  readonly about?: ReactNode;
  readonly story: ReactNode;
  readonly state: ReactNode;
  readonly storyLabel: string;
  readonly stateLabel: string;
}): ReactElement {
  return (
    <div className="ui-split-page">
      {header}
      {next}
      <div className="ui-split">
        {about === undefined ? null : <div className="ui-split-about">{about}</div>}
        <section aria-label={storyLabel} className="ui-stack">
          {story}
        </section>
        <aside aria-label={stateLabel} className="ui-stack">
          {state}
        </aside>
      </div>
    </div>
  );
}

/** A framed part of a page with its title. */
export function Card({
  title,
  aside,
  children,
}: {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="ui-card">
      {title === undefined ? null : (
        <div className="ui-card-head">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      <div className="ui-card-body">{children}</div>
    </section>
  );
}

/** Names and values of a record, one under the other or across the page. */
export function Facts({
  rows,
  across = false,
}: {
  readonly rows: readonly { readonly name: string; readonly value: ReactNode }[];
  /** Beside each other, in a card as wide as the page. */
  readonly across?: boolean;
}): ReactElement {
  return (
    <dl className={across ? 'ui-facts ui-facts-across' : 'ui-facts'}>
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
