import type { Recorded } from '../kernel/decider.ts';
import { invariant } from '../kernel/invariant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { EnterpriseEvent } from './events.ts';
import type { EnterpriseState, Site, TeamMember, TeamMemberId } from './state.ts';

const registered = (event: Extract<EnterpriseEvent, { type: 'EnterpriseRegistered' }>): EnterpriseState => ({
  id: event.enterpriseId,
  name: event.name,
  shortName: event.shortName,
  creditCode: event.creditCode,
  industry: event.industry,
  tags: [],
  stage: event.stage,
  growth: 'steady',
  sites: [],
  contacts: [],
  team: [],
  liaisons: [],
  sample: event.sample,
  presence: { here: true },
});

const replaced = (sites: readonly Site[], site: Site): readonly Site[] =>
  sites.map((other) => (other.siteId === site.siteId ? site : other));

const released = (
  team: readonly TeamMember[],
  memberId: TeamMemberId,
  lastDay: LocalDate,
): readonly TeamMember[] =>
  team.map((member) => (member.memberId === memberId ? { ...member, to: lastDay } : member));

/** Folds one recorded event into an enterprise. */
export const evolve = (
  state: EnterpriseState | undefined,
  event: Recorded<EnterpriseEvent>,
): EnterpriseState => {
  if (event.type === 'EnterpriseRegistered') return registered(event);
  invariant(state !== undefined, `${event.type} without an enterprise`);
  switch (event.type) {
    case 'EnterpriseRenamed':
      return { ...state, name: event.name, shortName: event.shortName };
    case 'CreditCodeCorrected':
      return { ...state, creditCode: event.creditCode };
    case 'EnterpriseClassified': {
      const { industry, sizeClass } = event;
      const size = state.size && sizeClass !== undefined ? { ...state.size, sizeClass } : state.size;
      return { ...state, industry, size };
    }
    case 'EnterpriseSized':
      return { ...state, size: { figures: event.figures, sizeClass: event.sizeClass, asOf: event.asOf } };
    case 'EnterpriseTagged':
      return { ...state, tags: event.tags };
    case 'EnterpriseStageChanged':
      return { ...state, stage: event.stage };
    case 'EnterpriseGrowthJudged':
      return { ...state, growth: event.growth };
    case 'SiteAdded':
      return { ...state, sites: [...state.sites, event.site] };
    case 'SiteChanged':
      return { ...state, sites: replaced(state.sites, event.site) };
    case 'SiteClosed':
      return {
        ...state,
        sites: state.sites.map((site) => (site.siteId === event.siteId ? { ...site, open: false } : site)),
      };
    case 'ContactAdded':
      return { ...state, contacts: [...state.contacts, event.contact] };
    case 'ContactEnded':
      return {
        ...state,
        contacts: state.contacts.map((contact) =>
          contact.contactId === event.contactId ? { ...contact, to: event.lastDay } : contact,
        ),
      };
    case 'TeamMemberAssigned':
      return { ...state, team: [...state.team, event.member] };
    case 'TeamMemberReleased':
      return { ...state, team: released(state.team, event.memberId, event.lastDay) };
    case 'TeamRoleHandedOver': {
      const { memberId, role, personId, from, to } = event;
      return {
        ...state,
        team: [
          ...released(state.team, event.fromMemberId, event.lastDay),
          { memberId, role, personId, from, to },
        ],
      };
    }
    case 'LiaisonAdded':
      return { ...state, liaisons: [...state.liaisons, event.liaison] };
    case 'LiaisonEnded':
      return {
        ...state,
        liaisons: state.liaisons.map((liaison) =>
          liaison.liaisonId === event.liaisonId ? { ...liaison, to: event.lastDay } : liaison,
        ),
      };
    case 'EnterpriseLeft':
      return { ...state, presence: { here: false, since: event.on, reason: event.reason } };
    case 'EnterpriseReturned':
      return { ...state, presence: { here: true } };
  }
};
