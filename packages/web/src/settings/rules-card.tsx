import type { SettingKey } from '@xiaoer/domain/settings/state';
import type { ReactElement } from 'react';
import { EntryList } from '../ui/entry-list.tsx';
import type { Entry } from '../ui/entry-list.tsx';
import { Card } from '../ui/page.tsx';
import type { Values } from './read.ts';
import type { Question } from './setting-acts.ts';
import { Coming, current } from './settings-tools.tsx';
import type { Tools } from './settings-tools.tsx';

const RULES = [
  'answerApproval',
  'declinesBeforeConsultation',
  'rejectionsBeforeConsultation',
  'verdictLimit',
  'callBackLimit',
  'callBackAttempts',
  'returnVisit',
  'extension',
  'interim',
  'referral',
  'onTheSpotCategories',
] as const satisfies readonly SettingKey[];

function ruleQuestions(tools: Tools): readonly Entry[] {
  const { word, words, ask, edit, t, marks } = tools;
  const at = <Key extends SettingKey>(
    key: Key,
    shown: (value: Values[Key]) => string,
    asked: (value: Values[Key]) => Omit<Question<Key>, 'key' | 'title'>,
  ): readonly Entry[] => {
    const value = current(tools, key);
    if (value === undefined) return [];
    const title = word(`setting.${key}`);
    return [{ key, name: title, value: edit({ ...asked(value), key, title }, shown(value)) }];
  };
  const fallback = current(tools, 'verdictLimit');
  return [
    ...at('answerApproval', words.yes, (value) => ask.yes(word('setting.answerApproval'), value)),
    ...at('declinesBeforeConsultation', words.times, ask.count),
    ...at('rejectionsBeforeConsultation', words.times, ask.count),
    ...at('verdictLimit', words.limit, ask.limit),
    ...at('callBackLimit', words.limit, ask.limit),
    ...at('callBackAttempts', words.times, ask.count),
    ...(fallback === undefined
      ? []
      : at('returnVisit', words.returnVisit, (value) => ask.returnVisit(value, fallback))),
    ...at(
      'extension',
      (value) =>
        `${t('atMost', { amount: words.amount({ unit: 'workingDays', amount: value.maxWorkdays }) })}${marks.comma}${words.times(value.maxTimes)}`,
      (value) => ask.numbers({ maxWorkdays: t('maxWorkdays'), maxTimes: t('maxTimes') }, value),
    ),
    ...at(
      'interim',
      (value) =>
        `${t('atMost', { amount: words.amount({ unit: 'calendarDays', amount: value.maxCalendarDays }) })}${marks.comma}${words.times(value.maxTimes)}`,
      (value) => ask.numbers({ maxCalendarDays: t('maxCalendarDays'), maxTimes: t('maxTimes') }, value),
    ),
    ...at(
      'referral',
      (value) =>
        t('atMost', { amount: words.amount({ unit: 'calendarDays', amount: value.maxCalendarDays }) }),
      (value) => ask.numbers({ maxCalendarDays: t('maxCalendarDays') }, value),
    ),
    ...at(
      'onTheSpotCategories',
      (value) => value.map(words.category).join(marks.list) || t('allNone'),
      (value) => ask.onTheSpot(value, words.category),
    ),
  ];
}

/** The rules that are one value each. */
export function Rules({ tools }: { readonly tools: Tools }): ReactElement {
  const { t } = tools;
  return (
    <Card title={t('rules')}>
      <EntryList label={t('rules')} entries={ruleQuestions(tools)} />
      <Coming tools={tools} keys={RULES} />
    </Card>
  );
}
