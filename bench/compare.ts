export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const shown = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));

/** Prints one line with its verdict; answers with 1 when the target is missed. */
export const report = (
  what: string,
  value: number,
  target: { readonly least?: number; readonly most?: number },
): number => {
  const met = value >= (target.least ?? -Infinity) && value <= (target.most ?? Infinity);
  const wanted =
    target.least === undefined ? `at most ${shown(target.most ?? 0)}` : `at least ${shown(target.least)}`;
  console.log(`${met ? ' ok   ' : 'MISSED'} ${what}: ${shown(value)} (${wanted})`);
  return met ? 0 : 1;
};

export const spread = (values: readonly number[]): string =>
  `${shown(median(values))} [${values.map(shown).join(' ')}]`;
