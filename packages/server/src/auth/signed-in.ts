import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import type { PersonState } from '@xiaoer/domain/person/state';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { actorOf } from '../configuration/configuration.ts';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { zoneNow } from '../db/zone-clock.ts';
import { read, type RowScope } from '../db/transact.ts';
import type { SignedIn } from '../http/serve.ts';
import { SESSION_COOKIE, sessionFinder } from './session.ts';

export type SignedInDeps = {
  readonly pool: Pool;
  readonly now: () => Instant;
  readonly configuration: ReadConfiguration;
};

/** The enterprises that somebody who holds nothing but contact roles speaks for; nobody else is confined to any. */
const enterprisesOf = ({ grants }: SignedIn['actor']): readonly EnterpriseId[] =>
  grants.every(({ role }) => role === 'enterprise')
    ? [...new Set(grants.flatMap(({ enterpriseId }) => enterpriseId ?? []))]
    : [];

type Confined = Pick<SignedIn, 'actor' | 'enterpriseIds'> & {
  readonly enterpriseId: RowScope['enterpriseId'];
};

/** The person as the contact of one enterprise, of several the one that was chosen. */
const confined = (actor: SignedIn['actor'], chosen: EnterpriseId | null): Confined => {
  const enterpriseIds = enterprisesOf(actor);
  const enterpriseId = enterpriseIds.find((id) => id === chosen) ?? enterpriseIds[0];
  if (enterpriseId === undefined) return { actor, enterpriseIds, enterpriseId };
  const grants = actor.grants.filter((grant) => grant.enterpriseId === enterpriseId);
  return { actor: { ...actor, grants }, enterpriseIds, enterpriseId };
};

/**
 * Who the request's session cookie stands for. Somebody who holds nothing but enterprise contact roles is confined by
 * row-level security to one of these enterprises.
 */
export const signedInReader = ({ pool, now, configuration }: SignedInDeps) => {
  const findSession = sessionFinder(pool, now);
  return async (request: FastifyRequest): Promise<SignedIn | undefined> => {
    const token = request.cookies[SESSION_COOKIE];
    if (token === undefined) return undefined;
    const session = await findSession(token);
    if (session === undefined) return undefined;
    const moment = zoneNow(now(), session.clock_behind_ms);
    const tenant = { tenantId: session.tenant_id };
    const person = session.person_state as PersonState;
    const known = configuration.peek(session.tenant_id, session.configuration);
    const setUp = known ?? (await read(pool, tenant, configuration));
    const whole = actorOf(setUp, person, dateOf(moment));
    const { actor, enterpriseIds, enterpriseId } = confined(whole, session.speaks_for);
    return {
      actor,
      scope: { ...tenant, enterpriseId },
      enterpriseIds,
      now: moment,
      sessionId: session.session_id,
      person: { name: person.personal?.name ?? '' },
      setUp,
    };
  };
};
