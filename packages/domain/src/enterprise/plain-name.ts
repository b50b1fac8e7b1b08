/** A name without what people write differently: widths of letters and brackets, blanks, capitals. */
export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
