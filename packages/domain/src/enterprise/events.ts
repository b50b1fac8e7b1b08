import { allOf } from '../kernel/all-of.ts';
import type { EnterpriseId, PersonId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Industry } from './industry.ts';
import type { SizeClass, SizeFigures } from './size-class.ts';
import type {
  Contact,
  ContactId,
  EnterpriseGrowth,
  EnterpriseStage,
  EnterpriseTag,
  LeavingReason,
  Liaison,
  LiaisonId,
  Site,
  SiteId,
  TeamMember,
  TeamMemberId,
  TeamRole,
} from './state.ts';

export type EnterpriseEvent =
  | {
      readonly type: 'EnterpriseRegistered';
      readonly enterpriseId: EnterpriseId;
      readonly name: string;
      readonly shortName?: string;
      readonly creditCode?: string;
      readonly industry?: Industry;
      readonly stage: EnterpriseStage;
      readonly sample: boolean;
    }
  | { readonly type: 'EnterpriseRenamed'; readonly name: string; readonly shortName?: string }
  | { readonly type: 'CreditCodeCorrected'; readonly creditCode: string }
  | {
      readonly type: 'EnterpriseClassified';
      readonly industry: Industry;
      readonly sizeClass?: SizeClass | null;
    }
  | {
      readonly type: 'EnterpriseSized';
      readonly figures: SizeFigures;
      readonly sizeClass: SizeClass | null;
      readonly asOf: LocalDate;
    }
  | { readonly type: 'EnterpriseTagged'; readonly tags: readonly EnterpriseTag[] }
  | { readonly type: 'EnterpriseStageChanged'; readonly stage: EnterpriseStage }
  | { readonly type: 'EnterpriseGrowthJudged'; readonly growth: EnterpriseGrowth }
  | { readonly type: 'SiteAdded'; readonly site: Site }
  | { readonly type: 'SiteChanged'; readonly site: Site }
  | { readonly type: 'SiteClosed'; readonly siteId: SiteId }
  | { readonly type: 'ContactAdded'; readonly contact: Contact }
  | { readonly type: 'ContactEnded'; readonly contactId: ContactId; readonly lastDay: LocalDate }
  | { readonly type: 'TeamMemberAssigned'; readonly member: TeamMember }
  | { readonly type: 'TeamMemberReleased'; readonly memberId: TeamMemberId; readonly lastDay: LocalDate }
  | {
      readonly type: 'TeamRoleHandedOver';
      readonly role: TeamRole;
      readonly fromMemberId: TeamMemberId;
      readonly memberId: TeamMemberId;
      readonly personId: PersonId;
      /** The successor's first day; the predecessor's last is `lastDay`. */
      readonly from: LocalDate;
      readonly lastDay: LocalDate;
      /** The end the predecessor's term had, if any. */
      readonly to?: LocalDate;
      readonly note?: string;
    }
  | { readonly type: 'LiaisonAdded'; readonly liaison: Liaison }
  | { readonly type: 'LiaisonEnded'; readonly liaisonId: LiaisonId; readonly lastDay: LocalDate }
  | { readonly type: 'EnterpriseLeft'; readonly on: LocalDate; readonly reason: LeavingReason }
  | { readonly type: 'EnterpriseReturned' };

export const ENTERPRISE_EVENT_TYPES = allOf<EnterpriseEvent['type']>()([
  'EnterpriseRegistered',
  'EnterpriseRenamed',
  'CreditCodeCorrected',
  'EnterpriseClassified',
  'EnterpriseSized',
  'EnterpriseTagged',
  'EnterpriseStageChanged',
  'EnterpriseGrowthJudged',
  'SiteAdded',
  'SiteChanged',
  'SiteClosed',
  'ContactAdded',
  'ContactEnded',
  'TeamMemberAssigned',
  'TeamMemberReleased',
  'TeamRoleHandedOver',
  'LiaisonAdded',
  'LiaisonEnded',
  'EnterpriseLeft',
  'EnterpriseReturned',
]);
