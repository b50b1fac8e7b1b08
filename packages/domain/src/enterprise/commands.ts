import type { CommandContext } from '../access/command-context.ts';
import { allOf } from '../kernel/all-of.ts';
import type { EnterpriseId, OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Industry } from './industry.ts';
import type { SizeFigures } from './size-class.ts';
import type {
  ContactId,
  ContactRole,
  EnterpriseGrowth,
  EnterpriseStage,
  EnterpriseTag,
  LeavingReason,
  LiaisonId,
  SiteId,
  SiteTenure,
  TeamMemberId,
  TeamRole,
} from './state.ts';

export type SiteFields = {
  readonly siteId: SiteId;
  readonly name: string;
  readonly territoryId: TerritoryId;
  readonly address: string;
  readonly tenure: SiteTenure;
  readonly powerLoadKva?: number;
};

export type EnterpriseCommand =
  | {
      readonly type: 'RegisterEnterprise';
      readonly enterpriseId: EnterpriseId;
      readonly name: string;
      readonly shortName?: string;
      readonly creditCode?: string;
      readonly industry?: Industry;
      readonly stage: EnterpriseStage;
      readonly tags: readonly EnterpriseTag[];
      /** Where it is; scoping by territory starts here. */
      readonly site: SiteFields;
      readonly sample?: boolean;
      /** Whoever registers says that it is not the enterprise of the same name that is here already. */
      readonly isNamesake?: boolean;
    }
  | {
      readonly type: 'RenameEnterprise';
      readonly name: string;
      readonly shortName?: string;
      /** As when registering: another one of this name is here, and this is not it. */
      readonly isNamesake?: boolean;
    }
  | { readonly type: 'CorrectCreditCode'; readonly creditCode: string }
  | { readonly type: 'ClassifyEnterprise'; readonly industry: Industry }
  | { readonly type: 'RecordEnterpriseSize'; readonly figures: SizeFigures; readonly asOf: LocalDate }
  | { readonly type: 'TagEnterprise'; readonly tags: readonly EnterpriseTag[] }
  | { readonly type: 'ChangeEnterpriseStage'; readonly stage: EnterpriseStage }
  | { readonly type: 'JudgeEnterpriseGrowth'; readonly growth: EnterpriseGrowth }
  | ({ readonly type: 'AddSite' } & SiteFields)
  | ({ readonly type: 'ChangeSite' } & SiteFields)
  | { readonly type: 'CloseSite'; readonly siteId: SiteId }
  | {
      readonly type: 'AddContact';
      readonly contactId: ContactId;
      readonly personId: PersonId;
      readonly role: ContactRole;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndContact'; readonly contactId: ContactId; readonly lastDay: LocalDate }
  | {
      readonly type: 'AssignTeamMember';
      readonly memberId: TeamMemberId;
      readonly personId: PersonId;
      readonly role: TeamRole;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'ReleaseTeamMember'; readonly memberId: TeamMemberId; readonly lastDay: LocalDate }
  | {
      readonly type: 'HandOverTeamRole';
      readonly fromMemberId: TeamMemberId;
      readonly memberId: TeamMemberId;
      readonly personId: PersonId;
      readonly from: LocalDate;
      readonly note?: string;
    }
  | {
      readonly type: 'AddLiaison';
      readonly liaisonId: LiaisonId;
      readonly body: string;
      readonly organisationId?: OrganisationId;
      readonly personId: PersonId;
      readonly from: LocalDate;
      readonly to?: LocalDate;
    }
  | { readonly type: 'EndLiaison'; readonly liaisonId: LiaisonId; readonly lastDay: LocalDate }
  | { readonly type: 'RecordEnterpriseLeft'; readonly reason: LeavingReason }
  | { readonly type: 'RecordEnterpriseReturned' };

export const ENTERPRISE_COMMAND_TYPES = allOf<EnterpriseCommand['type']>()([
  'RegisterEnterprise',
  'RenameEnterprise',
  'CorrectCreditCode',
  'ClassifyEnterprise',
  'RecordEnterpriseSize',
  'TagEnterprise',
  'ChangeEnterpriseStage',
  'JudgeEnterpriseGrowth',
  'AddSite',
  'ChangeSite',
  'CloseSite',
  'AddContact',
  'EndContact',
  'AssignTeamMember',
  'ReleaseTeamMember',
  'HandOverTeamRole',
  'AddLiaison',
  'EndLiaison',
  'RecordEnterpriseLeft',
  'RecordEnterpriseReturned',
]);

export type EnterpriseContext = CommandContext & {
  /** The name of another enterprise of the tenant that holds the credit code the command names. */
  readonly creditCodeHolder: string | undefined;
  /** The name of another enterprise, here now, that is called as the command names it: see `plainName`. */
  readonly namesake: string | undefined;
  /** Of the territories, units and people the command names, those that exist and are active. */
  readonly activeTerritoryIds: readonly TerritoryId[];
  readonly activeUnitIds: readonly OrganisationId[];
  readonly activePersonIds: readonly PersonId[];
};
