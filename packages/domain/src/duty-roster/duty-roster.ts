import type { Access, Actor } from '../access/actor.ts';
import { grantsOf, hasRole } from '../access/actor.ts';
import type { CommandContext } from '../access/command-context.ts';
import { isStaff, judge } from '../access/judge.ts';
import { allOf } from '../kernel/all-of.ts';
import { decideBy } from '../kernel/decide-by.ts';
import type { Recorded } from '../kernel/decider.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { Id, OrganisationId, PersonId, TerritoryId } from '../kernel/ids.ts';
import { invariant } from '../kernel/invariant.ts';
import { NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { Instant } from '../time/instant.ts';

export type DutyRosterId = Id<'dutyRoster'>;
export type DutyId = Id<'duty'>;

/** On duty from one moment to another; `to` is the first moment off duty. */
export type Duty = {
  readonly dutyId: DutyId;
  readonly personId: PersonId;
  readonly from: Instant;
  readonly to: Instant;
};

export type DutyRosterEvent =
  | {
      readonly type: 'DutyRosterOpened';
      readonly dutyRosterId: DutyRosterId;
      readonly name: string;
      readonly unitId: OrganisationId;
      readonly territoryId?: TerritoryId;
    }
  | { readonly type: 'DutyRosterRenamed'; readonly name: string }
  | { readonly type: 'DutyPlanned'; readonly duty: Duty }
  | { readonly type: 'DutyTakenOver'; readonly dutyId: DutyId; readonly personId: PersonId }
  | { readonly type: 'DutyCancelled'; readonly dutyId: DutyId }
  | { readonly type: 'DutyRosterClosed' };
export const DUTY_ROSTER_EVENT_TYPES = allOf<DutyRosterEvent['type']>()([
  'DutyRosterOpened',
  'DutyRosterRenamed',
  'DutyPlanned',
  'DutyTakenOver',
  'DutyCancelled',
  'DutyRosterClosed',
]);

/** One desk or service station, and who answers there outside working hours. */
export type DutyRosterState = {
  readonly id: DutyRosterId;
  readonly name: string;
  readonly unitId: OrganisationId;
  /** What it answers for; the whole zone when absent. */
  readonly territoryId?: TerritoryId;
  readonly duties: readonly Duty[];
  readonly open: boolean;
};

/** Folds one recorded event into a duty roster. */
export const evolve = (
  state: DutyRosterState | undefined,
  event: Recorded<DutyRosterEvent>,
): DutyRosterState => {
  if (event.type === 'DutyRosterOpened') {
    const { dutyRosterId: id, name, unitId, territoryId } = event;
    return { id, name, unitId, territoryId, duties: [], open: true };
  }
  invariant(state !== undefined, `${event.type} without a duty roster`);
  switch (event.type) {
    case 'DutyRosterRenamed':
      return { ...state, name: event.name };
    case 'DutyPlanned':
      return { ...state, duties: [...state.duties, event.duty] };
    case 'DutyTakenOver':
      return {
        ...state,
        duties: state.duties.map((duty) =>
          duty.dutyId === event.dutyId ? { ...duty, personId: event.personId } : duty,
        ),
      };
    case 'DutyCancelled':
      return { ...state, duties: state.duties.filter((duty) => duty.dutyId !== event.dutyId) };
    case 'DutyRosterClosed':
      return { ...state, open: false };
  }
};

export type DutyRosterCommand =
  | {
      readonly type: 'OpenDutyRoster';
      readonly dutyRosterId: DutyRosterId;
      readonly name: string;
      readonly unitId: OrganisationId;
      readonly territoryId?: TerritoryId;
    }
  | { readonly type: 'RenameDutyRoster'; readonly name: string }
  | {
      readonly type: 'PlanDuty';
      readonly dutyId: DutyId;
      readonly personId: PersonId;
      readonly from: Instant;
      readonly to: Instant;
    }
  | { readonly type: 'TakeOverDuty'; readonly dutyId: DutyId; readonly personId: PersonId }
  | { readonly type: 'CancelDuty'; readonly dutyId: DutyId }
  | { readonly type: 'CloseDutyRoster' };
export const DUTY_ROSTER_COMMAND_TYPES = allOf<DutyRosterCommand['type']>()([
  'OpenDutyRoster',
  'RenameDutyRoster',
  'PlanDuty',
  'TakeOverDuty',
  'CancelDuty',
  'CloseDutyRoster',
]);

export const DUTY_ROSTER_REFUSALS = [
  'duty-roster.unknown',
  'duty-roster.exists',
  'duty-roster.closed',
  'duty-roster.text-invalid',
  'duty-roster.unit-unknown',
  'duty-roster.territory-unknown',
  'duty-roster.person-unknown',
  'duty-roster.times-reversed',
  'duty-roster.person-already-on-duty',
  'duty-roster.duty-exists',
  'duty-roster.duty-unknown',
  'duty-roster.duty-over',
  'duty-roster.unchanged',
] as const;
export type DutyRosterRefusal = (typeof DUTY_ROSTER_REFUSALS)[number];

export type DutyRosterContext = CommandContext & {
  /** Of the units, territories and people the command names, those that exist and are active. */
  readonly activeUnitIds: readonly OrganisationId[];
  readonly activeTerritoryIds: readonly TerritoryId[];
  readonly activePersonIds: readonly PersonId[];
};

const clashes = (state: DutyRosterState, wanted: Duty): boolean =>
  state.duties.some(
    (duty) =>
      duty.dutyId !== wanted.dutyId &&
      duty.personId === wanted.personId &&
      duty.from < wanted.to &&
      wanted.from < duty.to,
  );

/** Judges a command against a duty roster. */
export const decide = decideBy<
  DutyRosterState,
  DutyRosterCommand,
  DutyRosterEvent,
  DutyRosterRefusal,
  DutyRosterContext,
  'OpenDutyRoster'
>({
  missing: 'duty-roster.unknown',
  existing: 'duty-roster.exists',
  opening: {
    OpenDutyRoster: ({ dutyRosterId, name, unitId, territoryId }, context) => {
      const text = textProblem({ name: { value: name, limit: NAME_LENGTH } });
      if (text !== undefined) return refused('duty-roster.text-invalid', text);
      if (!context.activeUnitIds.includes(unitId)) return refused('duty-roster.unit-unknown');
      if (territoryId !== undefined && !context.activeTerritoryIds.includes(territoryId))
        return refused('duty-roster.territory-unknown');
      return accepted({ type: 'DutyRosterOpened', dutyRosterId, name, unitId, territoryId });
    },
  },
  changing: {
    RenameDutyRoster: (state, { name }) => {
      const text = textProblem({ name: { value: name, limit: NAME_LENGTH } });
      if (text !== undefined) return refused('duty-roster.text-invalid', text);
      return name === state.name
        ? refused('duty-roster.unchanged')
        : accepted({ type: 'DutyRosterRenamed', name });
    },
    PlanDuty: (state, { dutyId, personId, from, to }, context) => {
      if (!state.open) return refused('duty-roster.closed');
      if (from >= to) return refused('duty-roster.times-reversed');
      if (to <= context.now) return refused('duty-roster.duty-over');
      if (!context.activePersonIds.includes(personId)) return refused('duty-roster.person-unknown');
      if (state.duties.some((duty) => duty.dutyId === dutyId)) return refused('duty-roster.duty-exists');
      const duty = { dutyId, personId, from, to };
      if (clashes(state, duty)) return refused('duty-roster.person-already-on-duty');
      return accepted({ type: 'DutyPlanned', duty });
    },
    TakeOverDuty: (state, { dutyId, personId }, context) => {
      if (!state.open) return refused('duty-roster.closed');
      const duty = state.duties.find((candidate) => candidate.dutyId === dutyId);
      if (duty === undefined) return refused('duty-roster.duty-unknown');
      if (duty.to <= context.now) return refused('duty-roster.duty-over');
      if (duty.personId === personId) return refused('duty-roster.unchanged');
      if (!context.activePersonIds.includes(personId)) return refused('duty-roster.person-unknown');
      if (clashes(state, { ...duty, personId })) return refused('duty-roster.person-already-on-duty');
      return accepted({ type: 'DutyTakenOver', dutyId, personId });
    },
    CancelDuty: (state, { dutyId }, context) => {
      const duty = state.duties.find((candidate) => candidate.dutyId === dutyId);
      if (duty === undefined) return refused('duty-roster.duty-unknown');
      return duty.from <= context.now
        ? refused('duty-roster.duty-over')
        : accepted({ type: 'DutyCancelled', dutyId });
    },
    CloseDutyRoster: (state) =>
      state.open ? accepted({ type: 'DutyRosterClosed' }) : refused('duty-roster.closed'),
  },
});

/** Who is on duty at a moment, in the order in which their duties began. */
export const onDuty = (roster: DutyRosterState, at: Instant): readonly PersonId[] =>
  roster.open
    ? roster.duties
        .filter((duty) => duty.from <= at && at < duty.to)
        .sort((one, other) => (one.from < other.from ? -1 : 1))
        .map((duty) => duty.personId)
    : [];

/** Admins anywhere; the desk and unit heads for units within their reach; who holds a duty may pass it on. */
export const dutyRosterAccess = (
  actor: Actor,
  commandType: DutyRosterCommand['type'],
  state: DutyRosterState | undefined,
): Access => {
  if (actor.kind === 'system') return 'allowed';
  const reaching = grantsOf(actor, 'desk', 'unit-head');
  const reaches =
    state === undefined
      ? reaching.length > 0
      : reaching.some((grant) => grant.organisationIds.includes(state.unitId));
  const holds =
    commandType === 'TakeOverDuty' &&
    (state?.duties.some((duty) => duty.personId === actor.personId) ?? false);
  return judge(hasRole(actor, 'admin') || reaches || holds, isStaff(actor));
};
