export type Option = { readonly value: string; readonly label: string; readonly note?: string };

/** Whether an option answers to what was typed; the app brings pinyin initials, plain text is the default. */
export type Matches = (option: Option, typed: string) => boolean;

export const matchesText: Matches = (option, typed) =>
  `${option.label} ${option.note ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase());

/** At most this many are shown: nobody reads further, one types one more letter. */
export const MOST_SHOWN = 50;

/** The options to show for what was typed: those that begin with it first, then the others in their own order. */
export function shownOptions(options: readonly Option[], typed: string, matches: Matches): readonly Option[] {
  const asked = typed.trim().toLowerCase();
  if (asked === '') return options.slice(0, MOST_SHOWN);
  const found = options.filter((option) => matches(option, asked));
  const begins = (option: Option): boolean => option.label.toLowerCase().startsWith(asked);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))].slice(0, MOST_SHOWN);
}
