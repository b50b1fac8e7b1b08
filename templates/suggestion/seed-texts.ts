/** Example texts by category key, and by whether the zone itself or another body can settle them. */
export type SeedTexts = Readonly<
  Record<string, { readonly own: readonly string[]; readonly outside: readonly string[] }>
>;
