import type { Actor } from '../access/actor.ts';
import { accepted, refused, type Decision } from '../kernel/decision.ts';
import type { DemandId, EnterpriseId, OrganisationId } from '../kernel/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { PackageCommand, PackageCommandOf, PackageCommandType } from './commands.ts';
import type { PackageEvent, PackageLead } from './events.ts';
import type { PackageRefusalCode } from './refusals.ts';
import type { Package } from './state.ts';

export type PackageContext = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly settings: { readonly maxTitle: number; readonly maxReason: number };
  readonly facts: {
    /** Units of the lead the command names. */
    readonly leadUnitIds: readonly OrganisationId[];
    /** The demand the command names, when it exists. */
    readonly demand?: {
      readonly demandId: DemandId;
      readonly enterpriseId: EnterpriseId;
      readonly closed: boolean;
      readonly inPackage: boolean;
    };
    /** Parts not closed yet. */
    readonly openParts: readonly DemandId[];
  };
};

export type PackageDecision = Decision<PackageEvent, PackageRefusalCode>;

const accept = (...events: readonly PackageEvent[]): PackageDecision => accepted(...events);

const textRefusal = (field: string, text: string, max: number): PackageDecision | undefined => {
  if (text.trim() === '') return refused('package.text-missing', { field });
  return [...text].length > max ? refused('package.text-too-long', { field, max }) : undefined;
};

const leadRefusal = ({ facts }: PackageContext, lead: PackageLead): PackageDecision | undefined =>
  facts.leadUnitIds.includes(lead.unitId) ? undefined : refused('package.lead-not-in-unit');

type Rule<Type extends PackageCommandType> = (
  state: Package,
  command: PackageCommandOf<Type>,
  context: PackageContext,
) => PackageDecision;

const addDemand: Rule<'AddDemandToPackage'> = (state, { demandId }, { facts }) => {
  if (state.status === 'closed') return refused('package.closed');
  if (state.demandIds.includes(demandId)) return refused('package.demand-added-before');
  const { demand } = facts;
  const fits =
    demand?.demandId === demandId &&
    demand.enterpriseId === state.enterpriseId &&
    !demand.closed &&
    !demand.inPackage;
  return fits ? accept({ type: 'PackageDemandAdded', demandId }) : refused('package.demand-unfit');
};

const takenOut = (demandId: DemandId, reason: string): PackageEvent => ({
  type: 'PackageDemandTakenOut',
  demandId,
  reason,
});

const takeOutDemand: Rule<'TakeDemandOutOfPackage'> = (state, { demandId, reason }, { settings }) => {
  if (state.status === 'closed') return refused('package.closed');
  if (!state.demandIds.includes(demandId)) return refused('package.not-a-part');
  return textRefusal('reason', reason, settings.maxReason) ?? accept(takenOut(demandId, reason));
};

const changeLead: Rule<'ChangePackageLead'> = (state, { lead, reason }, context) => {
  if (state.status === 'closed') return refused('package.closed');
  if (lead.personId === state.lead.personId && lead.unitId === state.lead.unitId) {
    return refused('package.same-lead');
  }
  return (
    leadRefusal(context, lead) ??
    textRefusal('reason', reason, context.settings.maxReason) ??
    accept({ type: 'PackageLeadChanged', from: state.lead, to: lead, reason })
  );
};

/** A package closes when all its parts are closed, and not before it has any. */
const closeIfComplete: Rule<'ClosePackageIfComplete'> = (state, _, { facts }) => {
  if (state.status === 'closed') return refused('package.closed');
  const parts = state.demandIds.length;
  const open = facts.openParts.length;
  return open > 0 || parts === 0
    ? refused('package.parts-open', { open, parts })
    : accept({ type: 'PackageClosed', parts });
};

/** Nobody waits for the open parts any longer: each leaves for the same reason and goes on by itself. */
const close: Rule<'ClosePackage'> = (state, { reason }, { facts: { openParts }, settings }) => {
  if (state.status === 'closed') return refused('package.closed');
  return (
    textRefusal('reason', reason, settings.maxReason) ??
    accept(...openParts.map((demandId) => takenOut(demandId, reason)), {
      type: 'PackageClosedByHand',
      parts: state.demandIds.length,
      openParts: openParts.length,
      reason,
    })
  );
};

/** One that somebody closed for a reason stays closed: a part that opens again leaves for that reason as the others did. */
const reopen: Rule<'ReopenPackage'> = (state, { demandId }) => {
  if (state.status === 'open') return refused('package.not-closed');
  if (!state.demandIds.includes(demandId)) return refused('package.not-a-part');
  const { closedBecause } = state;
  return accept(
    closedBecause === undefined ? { type: 'PackageReopened', demandId } : takenOut(demandId, closedBecause),
  );
};

/** Complete: a command type without a rule does not compile. */
const RULES: { readonly [Type in Exclude<PackageCommandType, 'OpenPackage'>]: Rule<Type> } = {
  AddDemandToPackage: addDemand,
  TakeDemandOutOfPackage: takeOutDemand,
  ChangePackageLead: changeLead,
  ClosePackage: close,
  ClosePackageIfComplete: closeIfComplete,
  ReopenPackage: reopen,
};

const open = (
  state: Package | undefined,
  { packageId, number, enterpriseId, title, lead }: PackageCommandOf<'OpenPackage'>,
  context: PackageContext,
): PackageDecision => {
  if (state !== undefined) return refused('package.already-opened');
  return (
    textRefusal('title', title, context.settings.maxTitle) ??
    leadRefusal(context, lead) ??
    accept({ type: 'PackageOpened', packageId, number, enterpriseId, title, lead })
  );
};

/** Judges a command against the package. */
export const decide = (
  state: Package | undefined,
  command: PackageCommand,
  context: PackageContext,
): PackageDecision => {
  if (command.type === 'OpenPackage') return open(state, command, context);
  if (state === undefined) return refused('package.not-found');
  const rule = RULES[command.type] as Rule<typeof command.type>;
  return rule(state, command, context);
};
