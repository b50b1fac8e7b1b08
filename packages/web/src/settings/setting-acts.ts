import { useQueryClient } from '@tanstack/react-query';
import { SETTINGS_CHANGES as CHANGES, settings as allSettings } from '@xiaoer/contract/settings';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { SettingKey } from '@xiaoer/domain/settings/state';
import { localDate } from '@xiaoer/domain/time/local-date';
import { reading } from '../lib/client/query.ts';
import { useChange } from '../lib/client/use-change.ts';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import type { Act, Send } from '../ui/form/act.tsx';
import type { FieldSpec, FieldValues } from '../ui/form/field-spec.ts';
import { valueOf } from './read.ts';
import type { Settings, Values } from './read.ts';
import type { Typed } from './value-fields.ts';

/** How one value, or one part of it, is asked for. */
export type Question<Key extends SettingKey> = {
  readonly key: Key;
  /** Tells questions about parts of the same key apart. */
  readonly part?: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
  readonly initial: FieldValues;
  /** What was typed, put into the value that it changes: the one in force by then, as it stands when it is sent. */
  readonly value: (typed: Typed, now: Values[Key]) => unknown;
};

type Given = { readonly from?: unknown; readonly reason?: unknown };

/** Acts that set a value from a day on, with its reason. */
export function useSettingActs(settings: Settings) {
  const marks = useMarks();
  const t = useTexts(cataloguePageTexts);
  const { word } = useZoneWords();
  const change = useChange();
  const client = useQueryClient();
  const today = useToday();
  const on = { params: { id: settings.id }, ifMatch: settings.version };
  const send = change(CHANGES.ChangeSetting, on);
  const sendFor =
    <Key extends SettingKey>({ key, value }: Question<Key>): Send =>
    (typed, opened) => {
      const { from, reason, ...rest } = typed as Typed & Given;
      const latest = client.getQueryData(reading(allSettings, {}).queryKey)?.body ?? settings;
      const begins = typeof from === 'string' ? localDate(from) : undefined;
      const now = valueOf(latest, key, begins ?? today);
      invariant(now !== undefined, 'only what the zone has is asked for');
      return send({ from, reason, change: { key, value: value(rest, now) } }, opened);
    };
  const fields: readonly FieldSpec[] = [
    { kind: 'day', name: 'from', label: t('changeFrom'), required: true },
    { kind: 'area', name: 'reason', label: t('reason'), hint: t('reasonHint'), required: true, longest: 500 },
  ];
  return {
    ask: <Key extends SettingKey>(question: Question<Key>): Act => ({
      key: `${question.key}-${question.part ?? ''}`,
      label: t('changeOf', { name: question.title }),
      fields: [...question.fields, ...fields],
      initial: { ...question.initial, from: today },
      send: sendFor(question),
    }),
    withdraw: (key: SettingKey, from: string): Act => ({
      key: `withdraw-${key}-${from}`,
      label: t('withdraw'),
      lead: `${word(`setting.${key}`)}${marks.colon}${t('withdrawLead')}`,
      grave: true,
      fields: [],
      send: change(CHANGES.WithdrawSettingChange, { ...on, fixed: { key, from } }) as Send,
    }),
  };
}
