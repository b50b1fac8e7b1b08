import type { PersonActor } from '@xiaoer/domain/access/actor';
import { dataScope } from '@xiaoer/domain/access/scope';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import { may } from '@xiaoer/domain/permissions';

/** Whose records the actor may read: every enterprise's, or those the actor speaks for. */
export const enterpriseReach = (
  actor: PersonActor,
  action: 'enterprise.read' | 'project.read',
): 'all' | readonly EnterpriseId[] => {
  if (may(actor, action, {}) === 'allowed') return 'all';
  const scope = dataScope(actor);
  return scope.kind === 'some' ? scope.enterpriseIds : [];
};
