import { dutyRosters, DUTY_ROSTER_CHANGES, openDutyRoster } from '@xiaoer/contract/duty-roster';
import { onDuty, type DutyRosterState } from '@xiaoer/domain/duty-roster/duty-roster';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { namedPerson, peopleNamed, type People } from '../configuration/people.ts';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import type { DutyRosterStore } from './store.ts';

type Row = { readonly version: number; readonly state: DutyRosterState };

const SHOWN_MINUTES = 30 * 24 * 60;

const itemOf = ({ version, state }: Row, people: People, now: Instant) => ({
  id: state.id,
  version,
  name: state.name,
  unitId: state.unitId,
  territoryId: state.territoryId ?? null,
  open: state.open,
  duties: state.duties
    .filter((duty) => duty.to > addMinutes(now, -SHOWN_MINUTES))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ dutyId, personId, from, to }) => ({ dutyId, person: namedPerson(people, personId), from, to })),
  onDuty: onDuty(state, now).map((id) => namedPerson(people, id)),
});

/** Who answers outside working hours, and every command on it. */
export const dutyRosterRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: DutyRosterStore,
): void => {
  serveRead(app, { deps, route: dutyRosters, action: 'directory.read' }, async (db, asked) => {
    const rows = await db.query<Row>(
      'select version, state from duty_roster where tenant_id = $1 order by name, roster_id',
      [db.scope.tenantId],
    );
    const ids = rows.flatMap(({ state }) => state.duties.map(({ personId }) => personId));
    const people = await peopleNamed(db, asked.configuration, ids);
    return { body: { items: rows.map((row) => itemOf(row, people, asked.now)) } };
  });
  const opens = { type: 'OpenDutyRoster', id: 'dutyRosterId' } as const;
  serveOpening(app, { deps, store, route: openDutyRoster, opens });
  serveChanges(app, { deps, store, routes: DUTY_ROSTER_CHANGES, mints: { PlanDuty: 'dutyId' } });
};
