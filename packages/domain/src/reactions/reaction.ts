import type { DemandCommand } from '../demand/commands.ts';
import type { DemandId, PackageId } from '../kernel/ids.ts';
import type { PackageCommand } from '../package/commands.ts';

/**
 * What an event of one aggregate asks of another, given by the program itself. A refused reaction has nothing left to do
 * (the package still has open parts, the part was recorded before) and is not tried again.
 */
export type Reaction =
  | { readonly aggregate: 'demand'; readonly id: DemandId; readonly command: DemandCommand }
  | { readonly aggregate: 'package'; readonly id: PackageId; readonly command: PackageCommand };

export const onDemand = (id: DemandId, command: DemandCommand): Reaction => ({
  aggregate: 'demand',
  id,
  command,
});

export const onPackage = (id: PackageId, command: PackageCommand): Reaction => ({
  aggregate: 'package',
  id,
  command,
});
