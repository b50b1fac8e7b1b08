/** Where a key leads in a list: j and down, k and up, Home and End; nothing for other keys or an empty list. */
export function nextIndex(key: string, current: number, length: number): number | undefined {
  if (length === 0) return undefined;
  const last = length - 1;
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return Math.min(last, current + 1);
    case 'k':
    case 'ArrowUp':
      return current < 0 ? last : Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

type Typing = { readonly tagName?: string; readonly isContentEditable?: boolean; readonly type?: string };

const NOT_TYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'file', 'range']);

/** Whether a letter pressed here is text and not a command. */
export function isTyping(target: Typing | null): boolean {
  if (target === null) return false;
  if (target.isContentEditable === true) return true;
  const tag = target.tagName?.toLowerCase();
  if (tag === 'textarea' || tag === 'select') return true;
  return tag === 'input' && !NOT_TYPED.has(target.type ?? 'text');
}
