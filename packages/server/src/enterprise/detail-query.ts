import type { enterprise } from '@xiaoer/contract/enterprise';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { EnterpriseState } from '@xiaoer/domain/enterprise/state';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { may } from '@xiaoer/domain/permissions';
import type { z } from 'zod';
import { peopleNamed, reachedPerson, type People } from '../configuration/people.ts';
import type { ReadDb } from '../db/transact.ts';
import type { Asked } from '../http/serve-read.ts';
import { ITEM_COLUMNS, itemOf, type EnterpriseRow } from './item.ts';

type Detail = z.input<typeof enterprise.response>;

const span = ({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate }) => ({
  from,
  to: to ?? null,
});

const peopleOf = ({ contacts, team, liaisons }: EnterpriseState) =>
  [...contacts, ...team, ...liaisons].map(({ personId }) => personId);

const whoServes = (state: EnterpriseState, people: People, actor: PersonActor) => ({
  contacts: state.contacts.map((contact) => ({
    contactId: contact.contactId,
    person: reachedPerson(people, contact.personId, actor),
    role: contact.role,
    ...span(contact),
  })),
  team: state.team.map((member) => ({
    memberId: member.memberId,
    person: reachedPerson(people, member.personId, actor),
    role: member.role,
    ...span(member),
  })),
  liaisons: state.liaisons.map((liaison) => ({
    liaisonId: liaison.liaisonId,
    body: liaison.body,
    organisationId: liaison.organisationId ?? null,
    person: reachedPerson(people, liaison.personId, actor),
    ...span(liaison),
  })),
});

const sizeOf = ({ size }: EnterpriseState): Detail['size'] =>
  size === undefined
    ? null
    : {
        employees: size.figures.employees ?? null,
        revenueTenThousandYuan: size.figures.revenueTenThousandYuan ?? null,
        assetsTenThousandYuan: size.figures.assetsTenThousandYuan ?? null,
        asOf: size.asOf,
      };

const placesOf = ({ sites }: EnterpriseState): Detail['sites'] =>
  sites.map((site) => ({
    siteId: site.siteId,
    name: site.name,
    territoryId: site.territoryId,
    address: site.address,
    tenure: site.tenure,
    powerLoadKva: site.powerLoadKva ?? null,
    open: site.open,
  }));

/** One enterprise; undefined for whoever speaks for another one. */
export const enterpriseDetail = async (
  db: ReadDb,
  asked: Asked<typeof enterprise>,
): Promise<Detail | undefined> => {
  const { params, actor, configuration } = asked;
  if (may(actor, 'enterprise.read', { enterpriseId: params.id }) !== 'allowed') return undefined;
  const [row] = await db.query<EnterpriseRow>(
    `select ${ITEM_COLUMNS} from enterprise e where e.tenant_id = $1 and e.enterprise_id = $2`,
    [db.scope.tenantId, params.id],
  );
  if (row === undefined) return undefined;
  const { state } = row;
  const { presence } = state;
  const people = await peopleNamed(db, configuration, peopleOf(state));
  return {
    ...itemOf(row, people, asked),
    industry: state.industry ?? null,
    size: sizeOf(state),
    sites: placesOf(state),
    ...whoServes(state, people, actor),
    left: presence.here ? null : { since: presence.since, reason: presence.reason },
    sample: state.sample,
  };
};
