import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/list-keys.ts';
import { readKey } from './shortcuts.ts';

/** Listens to the keyboard for the whole app. */
export function useShortcuts(act: {
  readonly search: () => void;
  readonly help: () => void;
  readonly go: (letter: string) => void;
}): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    let waitingSince: number | undefined;
    const press = (event: KeyboardEvent): void => {
      const asked = readKey({
        key: event.key,
        isTyping: isTyping(event.target instanceof HTMLElement ? event.target : null),
        hasModifier: event.ctrlKey || event.metaKey || event.altKey,
        waitingSince,
        at: event.timeStamp,
      });
      waitingSince = asked.kind === 'wait' ? event.timeStamp : undefined;
      if (asked.kind === 'search') latest.current.search();
      else if (asked.kind === 'help') latest.current.help();
      else if (asked.kind === 'go') latest.current.go(asked.letter);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
