import { settings } from '@xiaoer/contract/settings';
import { TEXT_KINDS } from '@xiaoer/domain/demand/settings';
import { PROMISES } from '@xiaoer/domain/demand/vocabulary';
import { FEATURES } from '@xiaoer/domain/settings/state';
import type { ReactElement } from 'react';
import { useRecord } from '../lib/client/use-record.ts';
import { useRuleTabs } from '../lib/directory/rule-tabs.ts';
import { cataloguePageTexts } from '../lib/messages/catalogue-page-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { Card, PageHeader } from '../ui/page.tsx';
import { LinkTabs } from '../ui/tabs.tsx';
import { WhenThere } from '../ui/when-there.tsx';
import type { Settings } from './read.ts';
import { Coming, current, useTools } from './settings-tools.tsx';
import type { Tools } from './settings-tools.tsx';
import { LimitTable } from './limit-table.tsx';
import { Rules } from './rules-card.tsx';
import './settings-page.css';

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
