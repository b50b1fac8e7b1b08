export type Contact = { readonly id: string; readonly name: string; readonly phone: string | null };

/** Whom the demand names, with the number that is known of them; where it names nobody, every contact of today, each once. */
export function toBeCalled({
  named,
  known,
  current,
}: {
  readonly named: Omit<Contact, 'phone'> | undefined;
  readonly known: readonly Contact[];
  readonly current: readonly Contact[];
}): readonly Contact[] {
  if (named === undefined)
    return current.filter(({ id }, at) => current.findIndex((other) => other.id === id) === at);
  return [known.find(({ id }) => id === named.id) ?? { ...named, phone: null }];
}
