declare const brand: unique symbol;
/** A moment, always written `YYYY-MM-DDTHH:mm:ss.sss+08:00`, so that text order is time order. */
export type Instant = string & { readonly [brand]: 'instant' };
