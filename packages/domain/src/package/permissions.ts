import { grantsOf, type Access, type Actor } from '../access/actor.ts';
import type { PackageCommandType } from './commands.ts';
import type { Package } from './state.ts';

/** Which commands are the program's own, made by reactions. */
const BY_SYSTEM: { readonly [Type in PackageCommandType]: boolean } = {
  OpenPackage: false,
  AddDemandToPackage: false,
  ChangePackageLead: false,
  ClosePackageIfComplete: true,
  ReopenPackage: true,
};

const isLead = (actor: Actor, { lead }: Package): boolean =>
  actor.kind === 'person' &&
  (actor.personId === lead.personId || actor.grants.some(({ onBehalfOf }) => onBehalfOf === lead.personId));

/** The parts a reader sees are judged demand by demand; the package itself tells only its title and its lead. */
export const packageReadAccess = (actor: Actor, state: Package): Exclude<Access, 'forbidden'> => {
  const staff = grantsOf(actor, 'officer', 'handler', 'unit-head', 'desk', 'leader', 'guide', 'inspector');
  const asker = grantsOf(actor, 'enterprise').some(({ enterpriseId }) => enterpriseId === state.enterpriseId);
  return actor.kind === 'system' || staff.length > 0 || asker ? 'allowed' : 'hidden';
};

/** Who may give a command of this type on this package. */
export const packageAccess = (actor: Actor, type: PackageCommandType, state: Package | undefined): Access => {
  if (state !== undefined && packageReadAccess(actor, state) === 'hidden') return 'hidden';
  if (BY_SYSTEM[type]) return actor.kind === 'system' ? 'allowed' : 'forbidden';
  const desk = grantsOf(actor, 'desk').length > 0;
  const officer = type === 'OpenPackage' && grantsOf(actor, 'officer').length > 0;
  const lead = state !== undefined && isLead(actor, state);
  return desk || officer || lead ? 'allowed' : 'forbidden';
};
