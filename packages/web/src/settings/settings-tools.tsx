import type { SettingKey } from '@xiaoer/domain/settings/state';
import type { ReactElement, ReactNode } from 'react';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { useActs } from '../ui/form/act.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { inForce, valueOf } from './read.ts';
import type { Settings, Values } from './read.ts';
import { useSettingActs } from './setting-acts.ts';
import type { Question } from './setting-acts.ts';
import { useValueFields } from './value-fields.ts';
import { useValueWords } from './value-words.ts';

export type Tools = ReturnType<typeof useTools>;

/** Everything that a part of the page needs to show a value and to ask for another. */
export function useTools(record: Settings) {
  const acts = useActs();
  const settingActs = useSettingActs(record);
  const today = useToday();
  const { word } = useZoneWords();
  const t = useTexts(cataloguePageTexts);
  const isAdmin = rolesOf(useMe()).includes('admin');
  const edit = <Key extends SettingKey>(question: Question<Key>, label: string): ReactNode =>
    isAdmin ? <TextButton label={label} onPress={() => acts.open(settingActs.ask(question))} /> : label;
  return {
    marks: useMarks(),
    acts,
    settingActs,
    today,
    word,
    t,
    isAdmin,
    edit,
    words: useValueWords(),
    ask: useValueFields(),
    record,
  };
}

/** The value in force today. */
export const current = <Key extends SettingKey>(
  { record, today }: Tools,
  key: Key,
): Values[Key] | undefined => valueOf(record, key, today);

/** Changes that are decided but not yet in force, with the way to take them back. */
export function Coming({
  tools,
  keys,
}: {
  readonly tools: Tools;
  readonly keys: readonly SettingKey[];
}): ReactElement | null {
  const { record, today, word, t, isAdmin, acts, settingActs } = tools;
  const coming = keys.flatMap((key) =>
    inForce<{ readonly from: Settings['values']['limits'][number]['from'] }>(
      record.values[key],
      today,
    ).coming.map(({ from }) => ({ key, from })),
  );
  if (coming.length === 0) return null;
  return (
    <ul className="settings-coming">
      {coming.map(({ key, from }) => (
        <li key={`${key}-${from}`}>
          {word(`setting.${key}`)}
          {tools.marks.colon}
          {t('inForce', { day: from })}
          {isAdmin ? (
            <TextButton label={t('withdraw')} onPress={() => acts.open(settingActs.withdraw(key, from))} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
