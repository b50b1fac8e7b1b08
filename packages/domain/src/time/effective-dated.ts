import type { LocalDate } from './local-date.ts';

/** A value in force from one day to another, both included; open-ended without `to`. */
export type EffectiveDated<Value> = {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly value: Value;
};

/** The value in force on a day; where several are, the one that began last (later in the list on a tie). */
export const effectiveOn = <Value>(
  entries: readonly EffectiveDated<Value>[],
  date: LocalDate,
): Value | undefined => {
  let chosen: EffectiveDated<Value> | undefined;
  for (const entry of entries) {
    const inForce = entry.from <= date && (entry.to === undefined || date <= entry.to);
    if (inForce && (chosen === undefined || entry.from >= chosen.from)) chosen = entry;
  }
  return chosen?.value;
};
