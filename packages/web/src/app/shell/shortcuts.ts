/** What the keyboard asks for, anywhere outside of a text field. */
export type Asked =
  | { readonly kind: 'none' }
  | { readonly kind: 'search' }
  | { readonly kind: 'help' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'go'; readonly letter: string };

/** A `g` waits this long for its letter. */
export const WAIT_MS = 1_200;

type Pressed = {
  readonly key: string;
  readonly isTyping: boolean;
  readonly hasModifier: boolean;
  /** When `g` was pressed, in ms; none when it was not. */
  readonly waitingSince: number | undefined;
  readonly at: number;
};

/** Reads one key: `/` searches, `?` helps, `g` then a letter goes. */
export function readKey({ key, isTyping, hasModifier, waitingSince, at }: Pressed): Asked {
  if (isTyping || hasModifier) return { kind: 'none' };
  const isWaiting = waitingSince !== undefined && at - waitingSince <= WAIT_MS;
  if (isWaiting && /^[a-z]$/.test(key)) return { kind: 'go', letter: key };
  if (key === '/') return { kind: 'search' };
  if (key === '?') return { kind: 'help' };
  return { kind: key === 'g' ? 'wait' : 'none' };
}
