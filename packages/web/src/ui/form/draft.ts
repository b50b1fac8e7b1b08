const PREFIX = 'xiaoer.draft.';

const isFiles = (value: unknown): boolean =>
  Array.isArray(value) && value.some((item) => item instanceof Blob);

/** Storage may be forbidden (a private window) or full: then nothing is kept, and nothing fails. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** Keeps what was typed in this tab until it is sent; files cannot be kept. */
export function keepDraft(name: string, values: object): void {
  const kept = Object.entries(values).filter(([, value]) => !isFiles(value));
  attempt(() => sessionStorage.setItem(PREFIX + name, JSON.stringify(Object.fromEntries(kept))));
}

/** What was typed before, for the fields that the form still has. */
export function draftOf<Values extends object>(name: string, initial: Values): Values {
  const kept: unknown = attempt(() => JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null'));
  if (typeof kept !== 'object' || kept === null) return initial;
  const first = new Map<string, unknown>(Object.entries(initial));
  const fitting = Object.entries(kept).filter(
    ([field, value]) => first.has(field) && typeof first.get(field) === typeof value,
  );
  return { ...initial, ...Object.fromEntries(fitting) };
}

export function dropDraft(name: string): void {
  attempt(() => sessionStorage.removeItem(PREFIX + name));
}

/** Whoever signs out leaves nothing for whoever sits down next. */
export function dropDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  });
}
