import { createContext, useContext } from 'react';
import type { AnchorHTMLAttributes, MouseEvent, ReactElement } from 'react';

const NavigateContext = createContext<((href: string) => void) | undefined>(undefined);

/** The app gives its router's way to go somewhere; without one, links load the page. */
export const NavigateProvider = NavigateContext.Provider;

/** Goes to an address inside the app. */
export function useNavigateTo(): (href: string) => void {
  const navigate = useContext(NavigateContext);
  return navigate ?? ((href) => window.location.assign(href));
}

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** Whether a press means this tab: with a key or another button it opens elsewhere. */
export const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link inside the app: a real address, so it can be copied, opened in a new tab and printed. */
export function Anchor({ onClick, children, ...rest }: AnchorProps): ReactElement {
  const navigate = useContext(NavigateContext);
  const press = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (navigate === undefined || event.defaultPrevented || !isPlain(event) || rest.target !== undefined)
      return;
    event.preventDefault();
    navigate(rest.href);
  };
  return (
    <a {...rest} onClick={press}>
      {children}
    </a>
  );
}
