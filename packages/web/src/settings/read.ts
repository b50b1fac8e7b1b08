import type { settings } from '@xiaoer/contract/settings';
import type { SettingKey } from '@xiaoer/domain/settings/state';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { AnswerBody } from '../lib/client/call.ts';

export type Settings = AnswerBody<typeof settings>;
export type Values = { readonly [Key in SettingKey]: Settings['values'][Key][number]['value'] };
export type Limit = Values['verdictLimit'];

type Dated = { readonly from: LocalDate };

/** The entry in force on a day, and those still to come; the list runs from the earliest to the latest. */
export function inForce<Entry extends Dated>(
  entries: readonly Entry[],
  today: LocalDate,
): { readonly current: Entry | undefined; readonly coming: readonly Entry[] } {
  return {
    current: entries.filter(({ from }) => from <= today).at(-1) ?? entries[0],
    coming: entries.filter(({ from }) => from > today),
  };
}

/** The value in force on a day; undefined where the zone has none. */
export const valueOf = <Key extends SettingKey>(
  { values }: Settings,
  key: Key,
  day: LocalDate,
): Values[Key] | undefined =>
  inForce<Settings['values'][Key][number] & Dated>(values[key] as never, day).current?.value as
    | Values[Key]
    | undefined;
