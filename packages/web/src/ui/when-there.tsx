import type { ReactElement, ReactNode } from 'react';
import { ErrorNote } from './error-note.tsx';
import { PageHeader } from './page.tsx';
import { Skeleton } from './skeleton.tsx';

type Asked<Body> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly title: string; readonly reference?: string }
  | { readonly state: 'there'; readonly body: Body };

/** What was asked for once it is there; its shape while it comes; the refusal in words. */
export function WhenThere<Body>({
  asked,
  back,
  children,
}: {
  readonly asked: Asked<Body>;
  /** Where the record belongs: without the record, the refusal is the page. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: (body: Body) => ReactNode;
}): ReactElement {
  if (asked.state === 'loading') return <Skeleton count={8} />;
  if (asked.state === 'refused') {
    const { title, reference } = asked;
    if (back !== undefined) return <PageHeader back={back} title={title} lead={reference} />;
    return <ErrorNote title={title} {...(reference === undefined ? {} : { reference })} />;
  }
  return <>{children(asked.body)}</>;
}
