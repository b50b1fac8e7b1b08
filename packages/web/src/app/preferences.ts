import { useSyncExternalStore } from 'react';
import { LANGUAGES } from '../lib/messages/catalogue.ts';
import type { Language } from '../lib/messages/catalogue.ts';
import type { Theme } from '../ui/tokens/tokens.ts';

/** What this browser remembers: language, and light or dark once a person has chosen. */
export type Preferences = { readonly language: Language; readonly theme: Theme };

const KEYS = { language: 'xiaoer.language', theme: 'xiaoer.theme' } as const;

/** Storage may be forbidden (a private window): then nothing is remembered, and nothing fails. */
const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered.
  }
};

const storedLanguage = stored(KEYS.language);
const storedTheme = stored(KEYS.theme);
const systemTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

let current: Preferences = {
  language: LANGUAGES.find((language) => language === storedLanguage) ?? LANGUAGES[0],
  theme: storedTheme === 'dark' || storedTheme === 'light' ? storedTheme : systemTheme(),
};
/** Whose choice the language is: nobody's yet, or a person's. None: it was found in the browser. */
let choice: { by?: string } | undefined;
const listeners = new Set<() => void>();

function show({ language, theme }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset.theme = theme;
}

/** Applies what is remembered before anything is drawn. */
export const showPreferences = (): void => show(current);

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  if (change.language !== undefined) {
    choice = {};
    remember(KEYS.language, change.language);
  }
  if (change.theme !== undefined) remember(KEYS.theme, change.theme);
  show(current);
  for (const listener of listeners) listener();
}

/** Whether the language is this person's choice, made since this page was opened, just before signing in at the earliest. */
export function isLanguageChosenBy(personId: string): boolean {
  if (choice === undefined) return false;
  choice.by ??= personId;
  return choice.by === personId;
}

/** Speaks the language a person chose elsewhere. */
export function speak(language: Language): void {
  prefer({ language });
  choice = undefined;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
