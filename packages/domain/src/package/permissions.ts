import { grantsOf, type Access, type Actor } from '../access/actor.ts';
import { BUSINESS_ROLES } from '../access/scope.ts';
import { COMMAND_TYPES, type PackageCommandType } from './commands.ts';
import type { Package } from './state.ts';

/** Which commands are the program's own, made by reactions. */
const BY_SYSTEM: { readonly [Type in PackageCommandType]: boolean } = {
  OpenPackage: false,
  AddDemandToPackage: false,
  TakeDemandOutOfPackage: false,
  ChangePackageLead: false,
  ClosePackage: false,
  ClosePackageIfComplete: true,
  ReopenPackage: true,
};

const isLead = (actor: Actor, { lead }: Package): boolean =>
  actor.kind === 'person' &&
  (actor.personId === lead.personId || actor.grants.some(({ onBehalfOf }) => onBehalfOf === lead.personId));

/** Whoever does the zone's business may know which packages there are. */
export const mayListPackages = (actor: Actor): boolean =>
  actor.kind === 'system' || grantsOf(actor, ...BUSINESS_ROLES, 'inspector').length > 0;

/** The parts a reader sees are judged demand by demand; the package itself tells only its title and its lead. */
export const packageReadAccess = (actor: Actor, state: Package): Exclude<Access, 'forbidden'> => {
  const asker = grantsOf(actor, 'enterprise').some(({ enterpriseId }) => enterpriseId === state.enterpriseId);
  return mayListPackages(actor) || asker ? 'allowed' : 'hidden';
};

/** Who may give a command of this type on this package. */
export const packageAccess = (actor: Actor, type: PackageCommandType, state: Package | undefined): Access => {
  const knows = state === undefined ? mayListPackages(actor) : packageReadAccess(actor, state) === 'allowed';
  if (type !== 'OpenPackage' && !knows) return 'hidden';
  if (BY_SYSTEM[type]) return actor.kind === 'system' ? 'allowed' : 'forbidden';
  const desk = grantsOf(actor, 'desk').length > 0;
  const officer = type === 'OpenPackage' && grantsOf(actor, 'officer').length > 0;
  const lead = state !== undefined && isLead(actor, state);
  return desk || officer || lead ? 'allowed' : 'forbidden';
};

/** What the actor may do with the package now; a closed one waits until a part of it opens again. */
export const allowedPackageActions = (actor: Actor, state: Package): readonly PackageCommandType[] =>
  state.status === 'closed'
    ? []
    : COMMAND_TYPES.filter(
        (type) => type !== 'OpenPackage' && packageAccess(actor, type, state) === 'allowed',
      );
