/** A field's error as the server names it: a JSON pointer (RFC 6901) into the body, and what is wrong. */
export type PointedError<Detail> = { readonly pointer: string } & Detail;

/** `/contacts/0/phone` -> `contacts.0.phone`; a leading `/body` is left out. */
export function fieldName(pointer: string): string {
  const parts = pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return (parts[0] === 'body' && parts.length > 1 ? parts.slice(1) : parts).join('.');
}

/**
 * The words at each field, and those that no field of the form stands for: they are shown above it, never lost.
 * An error inside a list or an object belongs to the nearest field that encloses it; the first error of a field wins.
 */
export function placeErrors<Detail>(
  errors: readonly PointedError<Detail>[],
  fields: readonly string[],
  words: (error: PointedError<Detail>) => string,
): { readonly atField: Readonly<Record<string, string>>; readonly elsewhere: readonly string[] } {
  const atField: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const error of errors) {
    const name = fieldName(error.pointer);
    const owner = fields
      .filter((field) => name === field || name.startsWith(`${field}.`))
      .sort((one, two) => two.length - one.length)[0];
    if (owner === undefined) elsewhere.push(words(error));
    else atField[owner] ??= words(error);
  }
  return { atField, elsewhere };
}
