import type { SettingsCommand, SettingsContext } from '@xiaoer/domain/settings/commands';
import { decide } from '@xiaoer/domain/settings/decide';
import type { SettingsEvent } from '@xiaoer/domain/settings/events';
import { evolve } from '@xiaoer/domain/settings/evolve';
import { settingsAccess } from '@xiaoer/domain/settings/permissions';
import type { SettingsRefusal } from '@xiaoer/domain/settings/refusals';
import type { SettingsState } from '@xiaoer/domain/settings/state';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import type { AggregateStore } from '../execute/store.ts';

export type SettingsStore = AggregateStore<
  SettingsState,
  SettingsCommand,
  SettingsEvent,
  SettingsRefusal,
  SettingsContext
>;

/** Keeps a tenant's one stream of dated settings and calendar days. */
export const settingsStore = (configuration: ReadConfiguration): SettingsStore => ({
  aggregate: 'settings',
  table: 'settings',
  key: 'settings_id',
  decider: { decide, evolve },
  access: settingsAccess,
  context: async (tx, { now, actor }) => {
    const { catalogue } = await configuration(tx);
    const categories = [...catalogue.values()].filter(({ active }) => active).map(({ key }) => key);
    return { now, today: dateOf(now), actor, categories };
  },
  columns: () => ({}),
  isConfiguration: () => true,
});
