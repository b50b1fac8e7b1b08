import type { Actor } from '../../access/actor.ts';
import type { By } from '../../kernel/decider.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Instant } from '../../time/instant.ts';
import type { DemandCommand } from '../commands.ts';
import type { DemandContext } from '../context.ts';
import { decide } from '../decide.ts';
import { evolve, type RecordedDemandEvent } from '../evolve.ts';
import type { DemandDecision } from '../rule.ts';
import type { Demand, DemandIn } from '../state.ts';
import type { Status } from '../vocabulary.ts';
import { contextOf, MORNING } from './zone.ts';

/** A demand in the making: its log, its state and the time on the clock. */
export type Play = {
  readonly now: Instant;
  readonly demand: Demand | undefined;
  readonly log: readonly RecordedDemandEvent[];
};

export const START: Play = { now: MORNING, demand: undefined, log: [] };

const byOf = (actor: Actor): By =>
  actor.kind === 'system' ? { system: true } : { personId: actor.personId };

/** What the command comes to, without doing it. */
export const judge = (
  { now, demand }: Play,
  actor: Actor,
  given: { readonly command: DemandCommand; readonly context?: Partial<DemandContext> },
): DemandDecision => decide(demand, given.command, contextOf(actor, now, given.context));

/** The play with the decision's events recorded and folded. */
export const recorded = (play: Play, actor: Actor, decision: DemandDecision): Play => {
  if (!decision.accepted) return play;
  const events = decision.events.map((event) => ({ ...event, at: play.now, by: byOf(actor) }));
  return {
    now: play.now,
    demand: events.reduce<Demand | undefined>(evolve, play.demand),
    log: [...play.log, ...events],
  };
};

/** The demand, which the story has brought to this status. */
export const inStatus = <S extends Status>({ demand }: Play, status: S): DemandIn<S> => {
  invariant(demand !== undefined && demand.status === status, `expected ${status}, is ${demand?.status}`);
  return demand as DemandIn<S>;
};
