import type { Access, Actor } from '../access/actor.ts';
import { grantsOf } from '../access/actor.ts';
import type { CommandContext } from '../access/command-context.ts';
import { isStaff, judge } from '../access/judge.ts';
import { allOf } from '../kernel/all-of.ts';
import { decideBy } from '../kernel/decide-by.ts';
import type { Recorded } from '../kernel/decider.ts';
import { accepted, refused } from '../kernel/decision.ts';
import type { EnterpriseId, OrganisationId, PersonId, PolicySessionId } from '../kernel/ids.ts';
import { invariant } from '../kernel/invariant.ts';
import { LINE_LENGTH, NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { LocalDate } from '../time/local-date.ts';

type Particulars = {
  readonly topic: string;
  readonly on: LocalDate;
  readonly place?: string;
  /** People in the room; at least one. */
  readonly attendees: number;
  readonly enterpriseIds: readonly EnterpriseId[];
  /** The compiled policy handbook was handed out. */
  readonly handbookGiven: boolean;
};

type HeldBy = {
  readonly organiserUnitId: OrganisationId;
  readonly speakerIds: readonly PersonId[];
};

export type PolicySessionEvent =
  | ({ readonly type: 'PolicySessionHeld'; readonly policySessionId: PolicySessionId } & HeldBy & Particulars)
  /** Who held it stays when that is left out. */
  | ({ readonly type: 'PolicySessionCorrected' } & Partial<HeldBy> & Particulars)
  | { readonly type: 'PolicySessionStruck'; readonly reason: string };
export const POLICY_SESSION_EVENT_TYPES = allOf<PolicySessionEvent['type']>()([
  'PolicySessionHeld',
  'PolicySessionCorrected',
  'PolicySessionStruck',
]);

export type PolicySessionState = Particulars &
  HeldBy & {
    readonly id: PolicySessionId;
    /** Struck records stay, and count nowhere. */
    readonly standing: { readonly counts: true } | { readonly counts: false; readonly reason: string };
  };

const particulars = ({
  topic,
  on,
  place,
  attendees,
  enterpriseIds,
  handbookGiven,
}: Particulars): Particulars => ({
  topic,
  on,
  place,
  attendees,
  enterpriseIds,
  handbookGiven,
});

const heldBy = ({ organiserUnitId, speakerIds }: Partial<HeldBy>, before: HeldBy): HeldBy => ({
  organiserUnitId: organiserUnitId ?? before.organiserUnitId,
  speakerIds: speakerIds ?? before.speakerIds,
});

/** Folds one recorded event into a policy session. */
export const evolve = (
  state: PolicySessionState | undefined,
  event: Recorded<PolicySessionEvent>,
): PolicySessionState => {
  if (event.type === 'PolicySessionHeld') {
    const { policySessionId: id, organiserUnitId, speakerIds } = event;
    return { id, organiserUnitId, speakerIds, ...particulars(event), standing: { counts: true } };
  }
  invariant(state !== undefined, `${event.type} without a policy session`);
  switch (event.type) {
    case 'PolicySessionCorrected':
      return { ...state, ...heldBy(event, state), ...particulars(event) };
    case 'PolicySessionStruck':
      return { ...state, standing: { counts: false, reason: event.reason } };
  }
};

export type PolicySessionCommand =
  | ({ readonly type: 'HoldPolicySession'; readonly policySessionId: PolicySessionId } & HeldBy & Particulars)
  | ({ readonly type: 'CorrectPolicySession' } & Partial<HeldBy> & Particulars)
  | { readonly type: 'StrikePolicySession'; readonly reason: string };
export const POLICY_SESSION_COMMAND_TYPES = allOf<PolicySessionCommand['type']>()([
  'HoldPolicySession',
  'CorrectPolicySession',
  'StrikePolicySession',
]);

export const POLICY_SESSION_REFUSALS = [
  'policy-session.unknown',
  'policy-session.exists',
  'policy-session.text-invalid',
  'policy-session.unit-unknown',
  'policy-session.person-unknown',
  'policy-session.enterprise-unknown',
  'policy-session.in-future',
  'policy-session.no-attendees',
  'policy-session.struck',
] as const;
export type PolicySessionRefusal = (typeof POLICY_SESSION_REFUSALS)[number];

export const MAX_ATTENDEES = 100_000;

export type PolicySessionContext = CommandContext & {
  /** Of the units, people and enterprises the command names, those that exist and are active. */
  readonly activeUnitIds: readonly OrganisationId[];
  readonly activePersonIds: readonly PersonId[];
  readonly knownEnterpriseIds: readonly EnterpriseId[];
};

/** What stands in the record already stays when a correction repeats it, though the unit or person has left since. */
const holderObjection = (
  { organiserUnitId, speakerIds = [] }: Partial<HeldBy>,
  { activeUnitIds, activePersonIds }: PolicySessionContext,
  before?: HeldBy,
) => {
  const isUnit =
    organiserUnitId === undefined ||
    activeUnitIds.includes(organiserUnitId) ||
    before?.organiserUnitId === organiserUnitId;
  if (!isUnit) return refused('policy-session.unit-unknown');
  const arePeople = speakerIds.every(
    (id) => activePersonIds.includes(id) || before?.speakerIds.includes(id) === true,
  );
  return arePeople ? undefined : refused('policy-session.person-unknown');
};

/** The same of the enterprises that came. */
const objection = (
  command: Particulars & Partial<HeldBy>,
  context: PolicySessionContext,
  before?: PolicySessionState,
) => {
  const holder = holderObjection(command, context, before);
  if (holder !== undefined) return holder;
  const text = textProblem({
    topic: { value: command.topic, limit: NAME_LENGTH },
    place: { value: command.place, limit: NAME_LENGTH, optional: true },
  });
  if (text !== undefined) return refused('policy-session.text-invalid', text);
  if (command.on > context.today) return refused('policy-session.in-future');
  const counted =
    Number.isInteger(command.attendees) && command.attendees >= 1 && command.attendees <= MAX_ATTENDEES;
  if (!counted) return refused('policy-session.no-attendees', { most: MAX_ATTENDEES });
  const known = command.enterpriseIds.every(
    (id) => context.knownEnterpriseIds.includes(id) || before?.enterpriseIds.includes(id) === true,
  );
  return known ? undefined : refused('policy-session.enterprise-unknown');
};

/** Judges a command against a policy session. */
export const decide = decideBy<
  PolicySessionState,
  PolicySessionCommand,
  PolicySessionEvent,
  PolicySessionRefusal,
  PolicySessionContext,
  'HoldPolicySession'
>({
  missing: 'policy-session.unknown',
  existing: 'policy-session.exists',
  opening: {
    HoldPolicySession: (command, context) => {
      const { policySessionId, organiserUnitId, speakerIds } = command;
      return (
        objection(command, context) ??
        accepted({
          type: 'PolicySessionHeld',
          policySessionId,
          organiserUnitId,
          speakerIds,
          ...particulars(command),
        })
      );
    },
  },
  changing: {
    CorrectPolicySession: (state, command, context) => {
      if (!state.standing.counts) return refused('policy-session.struck');
      return (
        objection(command, context, state) ??
        accepted({ type: 'PolicySessionCorrected', ...heldBy(command, state), ...particulars(command) })
      );
    },
    StrikePolicySession: (state, { reason }) => {
      if (!state.standing.counts) return refused('policy-session.struck');
      const text = textProblem({ reason: { value: reason, limit: LINE_LENGTH } });
      if (text !== undefined) return refused('policy-session.text-invalid', text);
      return accepted({ type: 'PolicySessionStruck', reason });
    },
  },
});

/** The desk anywhere; officers, guides, heads and handlers for the units within their reach. */
export const policySessionAccess = (
  actor: Actor,
  _commandType: PolicySessionCommand['type'],
  state: PolicySessionState | undefined,
): Access => {
  if (actor.kind === 'system') return 'allowed';
  const grants = grantsOf(actor, 'desk', 'officer', 'guide', 'unit-head', 'handler');
  const reaches =
    state === undefined
      ? grants.length > 0
      : grants.some(
          (grant) =>
            grant.organisationIds.includes(state.organiserUnitId) ||
            state.speakerIds.includes(actor.personId),
        );
  return judge(reaches, isStaff(actor));
};
