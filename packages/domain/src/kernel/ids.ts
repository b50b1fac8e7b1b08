declare const brand: unique symbol;
/** A UUID minted at the edge (never in the domain), branded by what it names. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type TenantId = number & { readonly [brand]: 'tenant' };
export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type TerritoryId = Id<'territory'>;
export type EnterpriseId = Id<'enterprise'>;
export type DemandId = Id<'demand'>;
export type PackageId = Id<'package'>;
export type VisitId = Id<'visit'>;
/** A sheet of demands that was registered at once. */
export type ImportId = Id<'import'>;
export type PolicySessionId = Id<'policySession'>;
export type ProjectId = Id<'project'>;
export type FileId = Id<'file'>;
