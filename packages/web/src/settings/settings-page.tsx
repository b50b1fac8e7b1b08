import { settings } from '@xiaoer/contract/settings';
import { LIMITED, TEXT_KINDS } from '@xiaoer/domain/demand/settings';
import { PROMISES, URGENCIES } from '@xiaoer/domain/demand/vocabulary';
import { FEATURES } from '@xiaoer/domain/settings/state';
import type { SettingKey } from '@xiaoer/domain/settings/state';
import type { ReactElement, ReactNode } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { useRuleTabs } from '../lib/directory/rule-tabs.ts';
import { useToday } from '../lib/format/use-today.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts, useMarks } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { rolesOf, useMe } from '../lib/session/use-me.ts';
import { EntryList } from '../ui/entry-list.tsx';
import type { Entry } from '../ui/entry-list.tsx';
import { useActs } from '../ui/form/act.tsx';
import { Card, PageHeader } from '../ui/page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import { inForce, valueOf } from './read.ts';
import type { Settings, Values } from './read.ts';
import { useSettingActs } from './setting-acts.ts';
import type { Question } from './setting-acts.ts';
import { useValueFields } from './value-fields.ts';
import './settings-page.css';
import { useValueWords } from './value-words.ts';

type Tools = ReturnType<typeof useTools>;

/** Everything that a part of the page needs to show a value and to ask for another. */
function useTools(record: Settings) {
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

const current = <Key extends SettingKey>({ record, today }: Tools, key: Key): Values[Key] | undefined =>
  valueOf(record, key, today);

/** Changes that are decided but not yet in force, with the way to take them back. */
function Coming({
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

function LimitTable({ tools }: { readonly tools: Tools }): ReactElement | null {
  const marks = useMarks();
  const { word, words, ask, edit, t } = tools;
  const limits = current(tools, 'limits');
  if (limits === undefined) return null;
  return (
    <Card title={word('setting.limits')}>
      <div className="settings-scroll" tabIndex={0} role="region" aria-label={word('setting.limits')}>
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{t('step')}</th>
              {URGENCIES.map((urgency) => (
                <th key={urgency} scope="col">
                  {word(`urgency.${urgency}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LIMITED.map((limited) => (
              <tr key={limited}>
                <th scope="row">{word(`limited.${limited}`)}</th>
                {URGENCIES.map((urgency) => {
                  const limit = limits[urgency][limited];
                  const asked = ask.limit(limit);
                  const question: Question<'limits'> = {
                    ...asked,
                    key: 'limits',
                    part: `${urgency}-${limited}`,
                    title: `${word(`limited.${limited}`)}${marks.open}${word(`urgency.${urgency}`)}${marks.close}`,
                    value: (typed, now) => ({
                      ...now,
                      [urgency]: { ...now[urgency], [limited]: asked.value(typed) },
                    }),
                  };
                  return (
                    <td key={urgency} data-title={word(`urgency.${urgency}`)}>
                      {edit(question, words.limit(limit))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Coming tools={tools} keys={['limits']} />
    </Card>
  );
}

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

function Rules({ tools }: { readonly tools: Tools }): ReactElement {
  const { t } = tools;
  return (
    <Card title={t('rules')}>
      <EntryList label={t('rules')} entries={ruleQuestions(tools)} />
      <Coming tools={tools} keys={RULES} />
    </Card>
  );
}

function Pauses({ tools }: { readonly tools: Tools }): ReactElement | null {
  const { word, words, ask, edit } = tools;
  const reasons = current(tools, 'pauseReasons');
  if (reasons === undefined) return null;
  return (
    <Card title={word('setting.pauseReasons')}>
      <EntryList
        label={word('setting.pauseReasons')}
        entries={reasons.map((reason, at) => ({
          key: reason.key,
          name: words.pauseName(reason.key),
          value: edit(
            {
              ...ask.pause(reasons, at),
              key: 'pauseReasons',
              part: reason.key,
              title: words.pauseName(reason.key),
            },
            words.pause(reason),
          ),
        }))}
      />
      <Coming tools={tools} keys={['pauseReasons']} />
    </Card>
  );
}

function Ladders({ tools }: { readonly tools: Tools }): ReactElement | null {
  const { word, words, ask, edit } = tools;
  const ladders = current(tools, 'ladders');
  if (ladders === undefined) return null;
  return (
    <Card title={word('setting.ladders')}>
      {PROMISES.map((promise) => (
        <section key={promise}>
          <h3>{word(`promise.${promise}`)}</h3>
          <EntryList
            label={word(`promise.${promise}`)}
            empty={tools.t('noRungs')}
            entries={ladders[promise].steps.map((rung, at) => {
              const title = `${word(`promise.${promise}`)} · ${word(`ladder.${rung.step}`)}`;
              return {
                key: rung.step,
                name: word(`ladder.${rung.step}`),
                value: edit(
                  {
                    ...ask.rung(ladders, promise, at),
                    key: 'ladders',
                    part: `${promise}-${rung.step}`,
                    title,
                  },
                  words.moment(rung),
                ),
                note: words.recipients(rung),
              };
            })}
          />
        </section>
      ))}
      <Coming tools={tools} keys={['ladders']} />
    </Card>
  );
}

const labels = <Name extends string>(names: readonly Name[], label: (name: Name) => string) =>
  Object.fromEntries(names.map((name) => [name, label(name)])) as Record<Name, string>;

function Others({ tools }: { readonly tools: Tools }): ReactElement {
  const { word, words, ask, edit, t } = tools;
  const features = current(tools, 'features');
  const texts = current(tools, 'maxText');
  const featureNames = labels(FEATURES, (name) => word(`feature.${name}`));
  const textNames = labels(TEXT_KINDS, (name) => word(`textKind.${name}`));
  return (
    <>
      {features === undefined ? null : (
        <Card title={word('setting.features')}>
          <EntryList
            label={word('setting.features')}
            entries={FEATURES.map((name) => ({
              key: name,
              name: featureNames[name],
              value: edit(
                { ...ask.flags(featureNames, features), key: 'features', title: word('setting.features') },
                words.yes(features[name]),
              ),
            }))}
          />
          <Coming tools={tools} keys={['features']} />
        </Card>
      )}
      {texts === undefined ? null : (
        <Card title={word('setting.maxText')}>
          <EntryList
            label={word('setting.maxText')}
            entries={TEXT_KINDS.map((name) => ({
              key: name,
              name: textNames[name],
              value: edit(
                { ...ask.numbers(textNames, texts), key: 'maxText', title: word('setting.maxText') },
                t('characters', { count: texts[name] }),
              ),
            }))}
          />
          <Coming tools={tools} keys={['maxText']} />
        </Card>
      )}
    </>
  );
}

function Loaded({ record }: { readonly record: Settings }): ReactElement {
  const tools = useTools(record);
  return (
    <>
      {tools.isAdmin ? null : <p className="ui-second">{tools.t('readOnly')}</p>}
      <LimitTable tools={tools} />
      <div className="settings-columns">
        <div className="ui-stack">
          <Rules tools={tools} />
          <Pauses tools={tools} />
        </div>
        <div className="ui-stack">
          <Ladders tools={tools} />
          <Others tools={tools} />
        </div>
      </div>
      {tools.acts.drawer}
    </>
  );
}

/** What the zone has set: limits by urgency, rules, pauses, ladder; each value with its day and reason. */
export function SettingsPage(): ReactElement {
  const t = useTexts(cataloguePageTexts);
  const asked = useRecord(settings, {});
  return (
    <div className="ui-stack">
      <PageHeader title={t('settings')} />
      <LinkTabs label={t('title')} tabs={useRuleTabs()} current="settings" />
      <WhenThere asked={asked}>{(record) => <Loaded record={record} />}</WhenThere>
    </div>
  );
}
