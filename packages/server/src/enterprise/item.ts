import { isStaff } from '@xiaoer/domain/access/judge';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import { teamMemberOn } from '@xiaoer/domain/enterprise/team-on';
import type { TerritoryId } from '@xiaoer/domain/kernel/ids';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import { namedPerson, type People } from '../configuration/people.ts';

export type EnterpriseRow = {
  readonly version: number;
  readonly state: EnterpriseState;
  readonly territory_id: TerritoryId;
  readonly open_demands: number;
};

/** `e` is table enterprise. */
export const OPEN_DEMANDS = `(select count(*)::integer from demand d where d.tenant_id = e.tenant_id
    and d.enterprise_id = e.enterprise_id and d.closed_at is null and not d.confidential)`;

export const ITEM_COLUMNS = `e.version, e.state, e.territory_id, ${OPEN_DEMANDS} as open_demands`;

export const officerOf = (state: EnterpriseState, now: Instant) =>
  teamMemberOn(state, 'serviceOfficer', dateOf(now));

type Looking = { readonly actor: PersonActor; readonly now: Instant };

/** An enterprise as lists show it. */
export const itemOf = (row: EnterpriseRow, people: People, { actor, now }: Looking) => {
  const { state } = row;
  const officer = officerOf(state, now);
  return {
    id: state.id,
    version: row.version,
    name: state.name,
    shortName: state.shortName ?? null,
    creditCode: state.creditCode ?? null,
    territoryId: row.territory_id,
    stage: state.stage,
    growth: isStaff(actor) ? state.growth : null,
    sizeClass: state.size?.sizeClass ?? null,
    tags: [...state.tags],
    officer: officer === undefined ? null : namedPerson(people, officer),
    here: state.presence.here,
    openDemands: row.open_demands,
  };
};
