import { grantsOf, type Access, type Actor, type PersonActor } from '../access/actor.ts';
import { isStaff, judge } from '../access/judge.ts';
import { actingAs } from '../access/scope.ts';
import type { EnterpriseCommand } from './commands.ts';
import type { EnterpriseState } from './state.ts';
import { teamOn } from './team-on.ts';

type Who = 'desk' | 'officer' | 'leader' | 'own';

/** `own`: the enterprise's contact. Leaders only where they are linked to the enterprise or its territory. */
const WHO: Readonly<Record<EnterpriseCommand['type'], readonly Who[]>> = {
  RegisterEnterprise: ['desk', 'officer'],
  RenameEnterprise: ['desk', 'officer'],
  CorrectCreditCode: ['desk', 'officer'],
  ClassifyEnterprise: ['desk', 'officer'],
  RecordEnterpriseSize: ['desk', 'officer'],
  TagEnterprise: ['desk', 'officer'],
  ChangeEnterpriseStage: ['desk', 'officer'],
  JudgeEnterpriseGrowth: ['desk', 'officer', 'leader'],
  AddSite: ['desk', 'officer', 'own'],
  ChangeSite: ['desk', 'officer', 'own'],
  CloseSite: ['desk', 'officer'],
  AddContact: ['desk', 'officer', 'own'],
  EndContact: ['desk', 'officer', 'own'],
  AssignTeamMember: ['desk'],
  ReleaseTeamMember: ['desk'],
  HandOverTeamRole: ['desk'],
  AddLiaison: ['desk', 'officer'],
  EndLiaison: ['desk', 'officer'],
  RecordEnterpriseLeft: ['desk'],
  RecordEnterpriseReturned: ['desk'],
};

/** The actor holds the role over a place the enterprise is in, or serves it in person today. */
const reaches = (
  actor: PersonActor,
  role: 'desk' | 'officer' | 'leader',
  state: EnterpriseState,
): boolean => {
  const places = new Set(state.sites.filter((site) => site.open).map((site) => site.territoryId));
  const served = new Set(teamOn(state, actor.today).map((member) => member.personId));
  return (
    grantsOf(actor, role).some((grant) => grant.territoryIds.some((id) => places.has(id))) ||
    (role !== 'desk' && actingAs(actor, role).some((id) => served.has(id)))
  );
};

/** The desk and officers within reach; contacts only their own, and for them every other enterprise is hidden. */
export const enterpriseAccess = (
  actor: Actor,
  commandType: EnterpriseCommand['type'],
  state: EnterpriseState | undefined,
): Access => {
  if (actor.kind === 'system') return 'allowed';
  const own =
    state !== undefined && grantsOf(actor, 'enterprise').some((grant) => grant.enterpriseId === state.id);
  const may = WHO[commandType].some((who) => {
    if (who === 'own') return own;
    return state === undefined ? grantsOf(actor, who).length > 0 : reaches(actor, who, state);
  });
  return judge(may, own || isStaff(actor));
};
