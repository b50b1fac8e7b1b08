import { calendarOfZone, settings, SETTINGS_CHANGES } from '@xiaoer/contract/settings';
import { FEATURES, type SettingsState } from '@xiaoer/domain/settings/state';
import { dateOf } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { serveChanges } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { knownDays } from './known-days.ts';
import type { SettingsStore } from './store.ts';

type Row = { readonly version: number; readonly state: SettingsState };
type Values = z.input<typeof settings.response>['values'];

/** A zone of an earlier release holds switches that there are no more. */
const switches = ({ values }: SettingsState) =>
  values.features.map(({ from, value }) => ({
    from,
    value: Object.fromEntries(FEATURES.map((name) => [name, value[name]])),
  }));

/** The zone's settings and calendar, and every command on them. */
export const settingsRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: SettingsStore,
): void => {
  serveRead(app, { deps, route: settings, action: 'settings.read' }, async (db) => {
    const [row] = await db.query<Row>('select version, state from settings where tenant_id = $1', [
      db.scope.tenantId,
    ]);
    if (row === undefined) return undefined;
    const { version, state } = row;
    // Values are as the domain accepted them; the response's schema is the same shape, only not readonly.
    const values = { ...state.values, features: switches(state) } as unknown as Values;
    return { body: { id: state.id, version, values }, version };
  });
  serveRead(app, { deps, route: calendarOfZone, action: 'settings.read' }, async (_db, asked) => {
    const { configuration, query, now } = asked;
    const days = (calendar: 'officer' | 'department') =>
      knownDays(configuration.calendars[calendar], {
        ...query,
        today: dateOf(now),
        own: configuration.settings?.calendars[calendar].exceptions ?? {},
      });
    return { body: { officer: days('officer'), department: days('department') } };
  });
  serveChanges(app, { deps, store, routes: SETTINGS_CHANGES, mints: {} });
};
