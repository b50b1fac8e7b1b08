import type { EnterpriseId, Id, OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import type { DaySpan } from '../kernel/day-span.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Industry } from './industry.ts';
import type { SizeClass, SizeFigures } from './size-class.ts';

export type SiteId = Id<'site'>;
export type ContactId = Id<'contact'>;
export type TeamMemberId = Id<'teamMember'>;
export type LiaisonId = Id<'liaison'>;

/** The first four are the statistical kinds of above-scale enterprises (四上企业). */
export const ENTERPRISE_TAGS = [
  'aboveScaleIndustry',
  'aboveScaleConstruction',
  'aboveScaleTrade',
  'aboveScaleService',
  'littleGiant',
  'specialisedInnovative',
  'highTech',
  'institute',
] as const;
export type EnterpriseTag = (typeof ENTERPRISE_TAGS)[number];

export const ABOVE_SCALE_TAGS = [
  'aboveScaleIndustry',
  'aboveScaleConstruction',
  'aboveScaleTrade',
  'aboveScaleService',
] as const satisfies readonly EnterpriseTag[];

export const ENTERPRISE_STAGES = [
  'talks',
  'signed',
  'construction',
  'trialProduction',
  'production',
  'fullCapacity',
  'suspended',
] as const;
export type EnterpriseStage = (typeof ENTERPRISE_STAGES)[number];

export const ENTERPRISE_GROWTHS = ['rising', 'steady', 'falling', 'struggling'] as const;
export type EnterpriseGrowth = (typeof ENTERPRISE_GROWTHS)[number];

export const SITE_TENURES = ['owned', 'rented', 'unknown'] as const;
export type SiteTenure = (typeof SITE_TENURES)[number];

export type Site = {
  readonly siteId: SiteId;
  readonly name: string;
  readonly territoryId: TerritoryId;
  readonly address: string;
  readonly tenure: SiteTenure;
  readonly powerLoadKva?: number;
  readonly open: boolean;
};

export const CONTACT_ROLES = [
  'legalRepresentative',
  'generalManager',
  'liaison',
  'finance',
  'staffing',
  'production',
  'other',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];
export type Contact = DaySpan & {
  readonly contactId: ContactId;
  readonly personId: PersonId;
  readonly role: ContactRole;
};

/** 1+3: linked leader, park cadre, service officer, the enterprise's own contact. Dual officers: service officer and Party guide. */
export const TEAM_ROLES = [
  'linkedLeader',
  'parkCadre',
  'serviceOfficer',
  'enterpriseContact',
  'partyGuide',
] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
export type TeamMember = DaySpan & {
  readonly memberId: TeamMemberId;
  readonly role: TeamRole;
  readonly personId: PersonId;
};

/** The person of another body (bank, power company, tax office) who looks after this enterprise. */
export type Liaison = DaySpan & {
  readonly liaisonId: LiaisonId;
  readonly body: string;
  readonly organisationId?: OrganisationId;
  readonly personId: PersonId;
};

export const LEAVING_REASONS = ['movedAway', 'deregistered', 'merged', 'enteredInError'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

export type EnterpriseState = {
  readonly id: EnterpriseId;
  readonly name: string;
  readonly shortName?: string;
  readonly creditCode?: string;
  readonly industry?: Industry;
  /** `sizeClass` null: the rule of 2017 does not cover this industry. */
  readonly size?: {
    readonly figures: SizeFigures;
    readonly sizeClass: SizeClass | null;
    readonly asOf: LocalDate;
  };
  readonly tags: readonly EnterpriseTag[];
  readonly stage: EnterpriseStage;
  readonly growth: EnterpriseGrowth;
  readonly sites: readonly Site[];
  readonly contacts: readonly Contact[];
  readonly team: readonly TeamMember[];
  readonly liaisons: readonly Liaison[];
  readonly sample: boolean;
  readonly presence:
    | { readonly here: true }
    | { readonly here: false; readonly since: LocalDate; readonly reason: LeavingReason };
};
