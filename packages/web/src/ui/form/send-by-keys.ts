import type { KeyboardEvent } from 'react';

/**
 * Ctrl+Enter in a text of several lines presses the form's main button: a button that is busy or closed, or is not
 * there, sends nothing, and a key that is held or ends a word of an input method is no new press.
 */
export function sendByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const isLong = event.target instanceof HTMLTextAreaElement;
  if (!isLong || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  if (event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (!event.repeat) event.currentTarget.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
}
