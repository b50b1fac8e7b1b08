import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import { dateOf } from '../time/instant.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { DemandContext } from './context.ts';
import type { Holder } from './parts.ts';
import { refusal, when, type DemandRefusal } from './rule.ts';
import type { DemandCore } from './state.ts';
import type { TextKind } from './settings.ts';

type TextCheck = {
  readonly field: string;
  readonly text: string | undefined;
  readonly kind: TextKind;
  readonly optional?: boolean;
};

/** Present unless optional, and no longer than the tenant allows. */
export const textRefusal = (
  context: DemandContext,
  { field, text = '', kind, optional = false }: TextCheck,
): DemandRefusal | undefined => {
  const max = context.settings.maxText[kind];
  if (!optional && text.trim() === '') return refusal('demand.text-missing', { field });
  return when([...text].length > max, 'demand.text-too-long', { field, max });
};

/** Today or later: what is promised must still be possible. */
export const pastRefusal = (
  context: DemandContext,
  field: string,
  date: LocalDate,
): DemandRefusal | undefined => when(date < dateOf(context.now), 'demand.date-in-past', { field });

/** Today or earlier: what is reported must have happened. */
export const futureRefusal = (
  context: DemandContext,
  field: string,
  date: LocalDate,
): DemandRefusal | undefined => when(date > dateOf(context.now), 'demand.date-in-future', { field });

export const isBeyondDays = (context: DemandContext, date: LocalDate, days: number): boolean =>
  date > addDays(dateOf(context.now), days);

/** A whole number within bounds; amounts are fen and must stay exact. */
export const numberRefusal = (
  field: string,
  value: number | undefined,
  { min, max }: { readonly min: number; readonly max: number },
): DemandRefusal | undefined =>
  when(
    value !== undefined && !(Number.isSafeInteger(value) && value >= min && value <= max),
    'demand.number-out-of-range',
    { field, min, max },
  );

/** The unit works and the demand is not hidden from it; the person, when named, works in it. */
export const holderRefusal = (
  context: DemandContext,
  holder: Holder,
  hiding: DemandCore['hiding'],
): DemandRefusal | undefined => {
  const { unitId, personId } = holder;
  if (!context.facts.activeUnitIds.includes(unitId)) return refusal('demand.unit-inactive', { unitId });
  if (isHiddenFrom(hiding, holder)) return refusal('demand.unit-hidden-from', { unitId });
  if (personId === undefined) return undefined;
  const units = context.facts.unitsOfPerson[personId] ?? [];
  return when(!units.includes(unitId), 'demand.person-not-in-unit', { personId, unitId });
};

const firstOf = (refusals: readonly (DemandRefusal | undefined)[]): DemandRefusal | undefined =>
  refusals.find((candidate) => candidate !== undefined);

/** What a command names at `field` must be among those that are there. */
export const referenceRefusal = (
  field: string,
  id: string | undefined,
  known: readonly string[],
): DemandRefusal | undefined =>
  when(id !== undefined && !known.includes(id), 'demand.reference-unknown', { field });

/** Units a command names at `field`, where nobody is given work: they must be there. */
export const unitsRefusal = (
  { facts }: DemandContext,
  field: string,
  unitIds: readonly OrganisationId[],
): DemandRefusal | undefined =>
  firstOf(unitIds.map((id, index) => referenceRefusal(`${field}.${index}`, id, facts.activeUnitIds)));

/** Persons a command names at `field`: of the staff, whether they still work here or have left since. */
export const personsRefusal = (
  { facts }: DemandContext,
  field: string,
  personIds: readonly PersonId[],
): DemandRefusal | undefined => {
  const known = Object.keys(facts.unitsOfPerson);
  return firstOf(personIds.map((id, index) => referenceRefusal(`${field}.${index}`, id, known)));
};

export const isHiddenFrom = (hiding: DemandCore['hiding'], holder: Holder): boolean =>
  hiding !== undefined &&
  (hiding.unitIds.includes(holder.unitId) ||
    (holder.personId !== undefined && hiding.personIds.includes(holder.personId)));

/** The person who acts; the program itself has none. */
export const actingPerson = (context: DemandContext): PersonId | undefined =>
  context.actor.kind === 'person' ? context.actor.personId : undefined;

/** The units in which the actor holds a role. */
export const actingUnits = (context: DemandContext): readonly OrganisationId[] =>
  context.actor.kind === 'system'
    ? []
    : context.actor.grants.flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId]));
