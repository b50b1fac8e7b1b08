import type { Actor } from '@xiaoer/domain/access/actor';
import type { By } from '@xiaoer/domain/kernel/decider';

/**
 * Names both people when a right came by delegation: the one who acts, and the one whose grant made it possible.
 * A person's own grants are preferred; then the first principal whose grants suffice.
 */
export const actingFor = (actor: Actor, suffices: (actor: Actor) => boolean): By => {
  if (actor.kind === 'system') return { system: true };
  const own = actor.grants.filter((grant) => grant.onBehalfOf === undefined);
  if (own.length === actor.grants.length || suffices({ ...actor, grants: own }))
    return { personId: actor.personId };
  const principals = new Set(actor.grants.flatMap((grant) => grant.onBehalfOf ?? []));
  for (const principal of principals) {
    const grants = actor.grants.filter(
      (grant) => grant.onBehalfOf === undefined || grant.onBehalfOf === principal,
    );
    if (suffices({ ...actor, grants })) return { personId: actor.personId, onBehalfOf: principal };
  }
  return { personId: actor.personId };
};
