const FIELDS =
  'input:not([type="hidden"], [type="file"], :disabled), select:not(:disabled), textarea:not(:disabled)';

/** Begins at the first field, where a keyboard is at hand: on a phone one would cover the form. */
export function focusFirstField(within: Element | null): void {
  if (within === null || !matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  const field = within.querySelector<HTMLElement>(FIELDS);
  if (field !== null && !field.closest('form')?.contains(document.activeElement)) field.focus();
}
