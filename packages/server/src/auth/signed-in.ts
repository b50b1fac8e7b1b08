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

const enterpriseOf = (actor: SignedIn['actor']): RowScope['enterpriseId'] => {
  const [first] = actor.grants;
  const onlyEnterprise = actor.grants.every((grant) => grant.role === 'enterprise');
  return onlyEnterprise ? first?.enterpriseId : undefined;
};

/**
 * Who the request's session cookie stands for. Somebody who holds nothing but enterprise contact roles is confined by
 * row-level security to the first of these enterprises.
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
    const actor = actorOf(setUp, person, dateOf(moment));
    return {
      actor,
      scope: { ...tenant, enterpriseId: enterpriseOf(actor) },
      now: moment,
      sessionId: session.session_id,
      person: { name: person.personal?.name ?? '' },
      setUp,
    };
  };
};
