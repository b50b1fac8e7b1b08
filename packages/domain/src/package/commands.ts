import type { DemandId, EnterpriseId, PackageId } from '../kernel/ids.ts';
import type { PackageLead } from './events.ts';

export const COMMAND_TYPES = [
  'OpenPackage',
  'AddDemandToPackage',
  'TakeDemandOutOfPackage',
  'ChangePackageLead',
  'ClosePackage',
  'ClosePackageIfComplete',
  'ReopenPackage',
] as const;
export type PackageCommandType = (typeof COMMAND_TYPES)[number];

type PackageCommandFields = {
  OpenPackage: {
    readonly packageId: PackageId;
    readonly number: string;
    readonly enterpriseId: EnterpriseId;
    readonly title: string;
    readonly lead: PackageLead;
  };
  AddDemandToPackage: { readonly demandId: DemandId };
  /** A part that does not belong here goes its own way again. */
  TakeDemandOutOfPackage: { readonly demandId: DemandId; readonly reason: string };
  ChangePackageLead: { readonly lead: PackageLead; readonly reason: string };
  /** Nobody waits for its open parts any longer: each leaves it and goes on by itself. */
  ClosePackage: { readonly reason: string };
  /** Tried whenever a part closes. */
  ClosePackageIfComplete: object;
  /** Tried when a closed part is reopened. */
  ReopenPackage: { readonly demandId: DemandId };
};

export type PackageCommandOf<Type extends PackageCommandType> = {
  readonly type: Type;
} & PackageCommandFields[Type];
export type PackageCommand = { [Type in PackageCommandType]: PackageCommandOf<Type> }[PackageCommandType];
