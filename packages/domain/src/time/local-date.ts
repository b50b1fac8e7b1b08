declare const brand: unique symbol;
/** A calendar day `YYYY-MM-DD` in China (+08:00). */
export type LocalDate = string & { readonly [brand]: 'date' };
