import type { Recorded } from '../../kernel/decider.ts';
import { startClock, stopClock, reclassify, type Clock } from '../../time/clock.ts';
import type { Instant } from '../../time/instant.ts';
import type { DemandEventOf, DemandEventType } from '../events.ts';
import type { Holder, Term } from '../parts.ts';
import type { Demand, DemandCore } from '../state.ts';
import { PROMISES, type PromiseKind } from '../vocabulary.ts';

export type RecordedEventOf<Type extends DemandEventType> = Recorded<DemandEventOf<Type>>;

/** What one type of event makes of a demand; the folds of a group are checked for completeness in evolve.ts. */
export type Fold<Type extends DemandEventType> = (demand: Demand, event: RecordedEventOf<Type>) => Demand;
export type Folds<Type extends DemandEventType> = { readonly [T in Type]: Fold<T> };

type FieldsOf<State> = State extends unknown ? keyof State : never;
/** The fields that belong to a status; listed completely or this does not compile. */
const STATUS_FIELDS: Readonly<Record<Exclude<FieldsOf<Demand>, keyof DemandCore>, true>> = {
  status: true,
  matter: true,
  declineUntil: true,
  fixed: true,
  pendingAnswer: true,
  referral: true,
  answer: true,
  answeredBy: true,
  answeredAt: true,
  verdictDueAt: true,
  callBackDueAt: true,
  attempts: true,
  attemptedAt: true,
  closedAt: true,
  closing: true,
};

/** What a demand takes along when its status changes. */
export const coreOf = (demand: Demand): DemandCore =>
  Object.fromEntries(Object.entries(demand).filter(([key]) => !(key in STATUS_FIELDS))) as DemandCore;

/** The demand with some of its core changed; its status and what belongs to it stay. */
export const withCore = (demand: Demand, changes: Partial<DemandCore>): Demand =>
  ({ ...demand, ...changes }) as Demand;

const clockOf = ({ startedAt, limit, dueAt, yellowAt }: Term): Clock =>
  startClock(startedAt, limit, { dueAt, yellowAt });

/** New clocks for the promises that begin with this event. */
export const begun = (clocks: DemandCore['clocks'], terms: readonly Term[]): DemandCore['clocks'] => {
  const next: Record<PromiseKind, Clock> = { ...clocks };
  for (const term of terms) next[term.promise] = clockOf(term);
  return next;
};

/** The clocks of a new demand. */
export const firstClocks = (terms: Readonly<Record<PromiseKind, Term>>): DemandCore['clocks'] => ({
  contact: clockOf(terms.contact),
  plan: clockOf(terms.plan),
  settle: clockOf(terms.settle),
});

/** The same clocks under other limits: start and pauses stay. */
export const moved = (clocks: DemandCore['clocks'], terms: readonly Term[]): DemandCore['clocks'] => {
  const next: Record<PromiseKind, Clock> = { ...clocks };
  for (const term of terms) next[term.promise] = reclassify(next[term.promise], term.limit, term);
  return next;
};

/** The clocks with some promises kept. */
export const kept = (
  clocks: DemandCore['clocks'],
  at: Instant,
  promises: readonly PromiseKind[] = PROMISES,
): DemandCore['clocks'] => {
  const next: Record<PromiseKind, Clock> = { ...clocks };
  for (const promise of promises) next[promise] = stopClock(next[promise], at);
  return next;
};

const same = (a: Holder, b: Holder): boolean => a.unitId === b.unitId && a.personId === b.personId;

/** Remembers who handled it, each once. */
export const alsoHandledBy = (demand: DemandCore, holder: Holder): readonly Holder[] =>
  demand.handledBy.some((known) => same(known, holder)) ? demand.handledBy : [...demand.handledBy, holder];
