import type { policySession, policySessions } from '@xiaoer/contract/policy-session';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import type { PolicySessionState } from '@xiaoer/domain/policy-session/policy-session';
import { namedPerson, peopleNamed } from '../configuration/people.ts';
import { conditions } from '../db/conditions.ts';
import type { ReadDb } from '../db/transact.ts';
import { asWritten, orderedPage } from '../http/ordered-page.ts';
import type { Asked } from '../http/serve-read.ts';

type Row = { readonly version: number; readonly state: PolicySessionState };

const itemOf = ({ version, state }: Row) => ({
  id: state.id,
  version,
  topic: state.topic,
  on: state.on,
  place: state.place ?? null,
  attendees: state.attendees,
  enterprises: state.enterpriseIds.length,
  handbookGiven: state.handbookGiven,
  organiserUnitId: state.organiserUnitId,
  counts: state.standing.counts,
});

const ORDERINGS = {
  on: { by: 's.held_on', cast: 'date' },
  topic: asWritten(`s.state ->> 'topic'`),
  attendees: { by: `(s.state ->> 'attendees')::integer`, cast: 'integer' },
  enterprises: { by: `jsonb_array_length(s.state -> 'enterpriseIds')`, cast: 'integer' },
} as const;

/** A page of policy sessions, newest first unless asked for otherwise. */
export const policySessionPage = async (db: ReadDb, { query }: Asked<typeof policySessions>) => {
  const found = conditions(db.scope.tenantId, 's');
  found.when(query.from, (place) => `s.held_on >= ${place}::date`);
  found.when(query.to, (place) => `s.held_on <= ${place}::date`);
  found.when(query.unit, (place) => `s.organiser_unit_id = ${place}::uuid`);
  found.when(query.counts, (place) => `s.counts = ${place}`);
  const { rows, ...page } = await orderedPage<Row, typeof query.sort>(db, found, {
    query,
    columns: 's.version, s.state',
    from: 'policy_session s',
    id: 's.policy_session_id',
    orderings: ORDERINGS,
  });
  return { ...page, items: rows.map(itemOf) };
};

/** One policy session with speakers and the enterprises that came. */
export const policySessionDetail = async (
  db: ReadDb,
  { params, configuration }: Asked<typeof policySession>,
) => {
  const [row] = await db.query<Row>(
    'select version, state from policy_session where tenant_id = $1 and policy_session_id = $2',
    [db.scope.tenantId, params.id],
  );
  if (row === undefined) return undefined;
  const { speakerIds, enterpriseIds, standing } = row.state;
  const people = await peopleNamed(db, configuration, speakerIds);
  const attended = await db.query<{ id: EnterpriseId; name: string }>(
    `select enterprise_id as id, name from enterprise where tenant_id = $1 and enterprise_id = any($2)
     order by name_initials, enterprise_id`,
    [db.scope.tenantId, enterpriseIds],
  );
  return {
    ...itemOf(row),
    speakers: speakerIds.map((id) => namedPerson(people, id)),
    attended: [...attended],
    struckFor: standing.counts ? null : standing.reason,
  };
};
