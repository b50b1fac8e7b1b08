import type { ButtonHTMLAttributes, MouseEvent, ReactElement, ReactNode } from 'react';
import { Anchor } from './anchor.tsx';
import type { AnchorProps } from './anchor.tsx';
import './button.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

/** Main: the one action of a page. Plain: the others. Quiet: in rows and bars. Grave: what cannot be taken back. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'grave';

type Look = {
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  /** For phones: full width and at least 44 px high. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
};

const classes = ({ look = 'plain', wide = false }: Look, alone: boolean): string =>
  ['ui-button', `ui-button-${look}`, wide ? 'ui-button-wide' : '', alone ? 'ui-button-sign' : '']
    .join(' ')
    .trim();

export type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
    /** Under way: cannot be pressed again, and says so. */
    readonly busy?: boolean;
  };

export function Button({
  look,
  icon,
  wide,
  busy = false,
  onClick,
  children,
  ...rest
}: ButtonProps): ReactElement {
  const alone = children === undefined;
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={classes({ ...(look ? { look } : {}), ...(wide ? { wide } : {}) }, alone)}
      aria-busy={busy || undefined}
      // Not `disabled`: the keyboard would be nowhere once it is no longer busy.
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that leads somewhere. */
export function ButtonLink({
  look,
  icon,
  wide,
  children,
  ...rest
}: Look & Omit<AnchorProps, 'className'>): ReactElement {
  return (
    <Anchor
      {...rest}
      className={classes({ ...(look ? { look } : {}), ...(wide ? { wide } : {}) }, children === undefined)}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </Anchor>
  );
}
